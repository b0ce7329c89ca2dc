import Concord

@Serializer(.enum(false))
struct Enum5 {
    var rawValue: JSON
}
