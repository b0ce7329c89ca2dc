import Concord

@Serializer(.format(.ipv4))
struct Format3 {
    var rawValue: JSON
}
