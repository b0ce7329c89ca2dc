import Concord

@Serializer(.type(nil))
struct Required1 {
    var foo: JSON?
}
