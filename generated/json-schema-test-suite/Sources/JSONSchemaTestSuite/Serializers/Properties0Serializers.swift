import Concord

@Serializer(.type(nil))
struct Properties0 {
    var foo: Int?
    var bar: String?
}
