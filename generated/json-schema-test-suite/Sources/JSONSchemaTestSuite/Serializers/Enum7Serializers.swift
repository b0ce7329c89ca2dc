import Concord

@Serializer(.enum(true))
struct Enum7 {
    var rawValue: JSON
}
