import Concord

@Serializer struct Thing {
    @Field(.minLenght(1)) var name: String
    // refused: type 'FieldTrait' has no member 'minLenght'
}
