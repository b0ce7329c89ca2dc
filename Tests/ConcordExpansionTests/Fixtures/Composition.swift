@Serializer
struct Dog {
    @AllOf var creature: Creature
    @Field(.minimum(1)) var packSize: Int
    @OneOf var method: Method?
}
