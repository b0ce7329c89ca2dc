import Concord

@Serializer(.type(nil))
struct Ref1 {
    var foo: Int?
    @Field(.ref("#/components/schemas/Ref1/properties/foo")) var bar: JSON?
}
