import Concord

@Serializer(.format(.ipv6))
struct Format4 {
    var rawValue: JSON
}
