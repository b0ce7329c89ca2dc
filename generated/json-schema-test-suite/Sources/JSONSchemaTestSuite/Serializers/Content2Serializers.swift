import Concord

@Serializer(.contentEncoding("base64"), .contentMediaType("application/json"))
struct Content2 {
    var rawValue: JSON
}
