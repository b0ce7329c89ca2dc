import Concord

@Serializer(.type(nil))
struct Properties1 {
    @Field(.maxItems(3), .items(nil)) var foo: [JSON]?
    @Field(.items(nil)) var bar: [JSON]?
    @PatternProperties("f.o") @Field(.additionalProperties(.minItems(2))) var matching: [String: JSON]
    @AdditionalProperties var additionalProperties: [String: Int]
}
