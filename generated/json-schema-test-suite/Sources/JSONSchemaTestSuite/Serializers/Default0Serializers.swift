import Concord

@Serializer(.type(nil))
struct Default0 {
    @Field(.default([])) var foo: Int?
}
