import Concord

@Serializer(.enum(6, nil))
struct Enum2 {
    var rawValue: JSON
}
