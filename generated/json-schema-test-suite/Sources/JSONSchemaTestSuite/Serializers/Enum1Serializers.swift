import Concord

@Serializer(.enum(6, "foo", [], true, ["foo": 12]))
struct Enum1 {
    var rawValue: JSON
}
