import Concord

@Serializer(.format("relative-json-pointer"))
struct Format11 {
    var rawValue: JSON
}
