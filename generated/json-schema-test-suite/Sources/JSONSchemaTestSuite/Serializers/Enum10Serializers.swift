import Concord

@Serializer(.enum([0]))
struct Enum10 {
    var rawValue: JSON
}
