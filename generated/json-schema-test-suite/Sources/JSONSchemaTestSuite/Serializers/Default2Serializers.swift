import Concord

@Serializer
struct Default2 {
    @Field(.maximum(3)) var alpha: Double = 5
}
