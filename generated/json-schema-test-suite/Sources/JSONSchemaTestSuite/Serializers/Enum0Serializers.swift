import Concord

@Serializer(.enum(1, 2, 3))
struct Enum0 {
    var rawValue: JSON
}
