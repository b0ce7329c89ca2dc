import Concord

@Serializer(.type(nil))
struct Properties4 {
    var foo: Null?
}
