import Concord

@Serializer(.type(nil))
struct Required0 {
    var foo: JSON
    var bar: JSON?
}
