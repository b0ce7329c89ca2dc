import Concord

@Serializer(.type(nil))
struct Required2 {
    var foo: JSON?
}
