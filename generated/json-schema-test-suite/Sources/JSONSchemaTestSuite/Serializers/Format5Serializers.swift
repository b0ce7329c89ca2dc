import Concord

@Serializer(.format("idn-hostname"))
struct Format5 {
    var rawValue: JSON
}
