import Concord

@Serializer(.enum([1]))
struct Enum12 {
    var rawValue: JSON
}
