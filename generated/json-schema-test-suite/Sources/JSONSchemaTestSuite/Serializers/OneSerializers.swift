import Concord

@Serializer
enum OneOf0 {
    case integer(Int)
    @Field(.minimum(2)) case json(JSON)
}

@Serializer
enum OneOf6 {
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

@Serializer
enum OneOf7 {
    case number(Double)
    case json(JSON)
}

@Serializer(.type(.object))
enum OneOf8 {
    case withFoo(WithFoo)
    case withFoo2(WithFoo2)

    @Serializer(.required("foo", "bar"), .type(nil))
    struct WithFoo {}

    @Serializer(.required("foo", "baz"), .type(nil))
    struct WithFoo2 {}
}
