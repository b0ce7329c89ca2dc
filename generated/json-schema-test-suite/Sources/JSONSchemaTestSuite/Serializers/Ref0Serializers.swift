import Concord

@Serializer(.type(nil), .additionalProperties(false))
struct Ref0 {
    @Indirect var foo: Ref0?
}
