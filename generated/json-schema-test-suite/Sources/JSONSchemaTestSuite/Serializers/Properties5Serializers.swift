import Concord

@Serializer(.type(nil))
struct Properties5 {
    @Field("__proto__") var proto: Double?
    var toString: ToString?
    var constructor: Double?

    @Serializer(.type(nil))
    struct ToString {
        var length: String?
    }
}
