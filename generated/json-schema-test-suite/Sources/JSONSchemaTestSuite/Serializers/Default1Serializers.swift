import Concord

@Serializer(.type(nil))
struct Default1 {
    @Field(.minLength(4)) var bar: String = "bad"
}
