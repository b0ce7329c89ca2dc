import Concord

@Serializer(.union(.anyOf))
enum AnyOf0 {
    case integer(Int)
    @Field(.minimum(2)) case json(JSON)
}

@Serializer(.union(.anyOf))
enum AnyOf5 {
    case withBar(WithBar)
    case withFoo(WithFoo)

    @Serializer(.type(nil))
    struct WithBar {
        var bar: Int
    }

    @Serializer(.type(nil))
    struct WithFoo {
        var foo: String
    }
}

@Serializer(.union(.anyOf))
enum AnyOf6 {
    case number(Double)
    case json(JSON)
}
