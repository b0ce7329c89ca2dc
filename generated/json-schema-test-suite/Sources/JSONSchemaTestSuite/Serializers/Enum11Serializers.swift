import Concord

@Serializer(.enum(1))
struct Enum11 {
    var rawValue: JSON
}
