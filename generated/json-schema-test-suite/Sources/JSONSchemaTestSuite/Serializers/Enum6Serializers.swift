import Concord

@Serializer(.enum([false]))
struct Enum6 {
    var rawValue: JSON
}
