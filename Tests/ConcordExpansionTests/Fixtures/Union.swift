@Serializer(.discriminator("kind"))
enum Beast {
    case dog(Dog)
    @Field("cat") case feline(Cat)
}

@Serializer(.union(.anyOf))
enum StopWords {
    @Field(.maxLength(9)) case one(String)
    case many([String])
    case null
}
