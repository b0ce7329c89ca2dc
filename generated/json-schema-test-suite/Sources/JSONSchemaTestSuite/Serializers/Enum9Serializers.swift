import Concord

@Serializer(.enum(0))
struct Enum9 {
    var rawValue: JSON
}
