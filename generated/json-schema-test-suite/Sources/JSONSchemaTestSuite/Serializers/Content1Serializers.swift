import Concord

@Serializer(.contentEncoding("base64"))
struct Content1 {
    var rawValue: JSON
}
