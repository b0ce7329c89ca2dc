import Concord

@Serializer(.enum([true]))
struct Enum8 {
    var rawValue: JSON
}
