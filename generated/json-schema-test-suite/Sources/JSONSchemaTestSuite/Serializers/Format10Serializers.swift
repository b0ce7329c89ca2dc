import Concord

@Serializer(.format("json-pointer"))
struct Format10 {
    var rawValue: JSON
}
