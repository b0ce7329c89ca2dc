import Concord

@Serializer
struct Enum3 {
    @Field(.type(nil)) var foo: Foo?
    @Field(.type(nil)) var bar: Bar

    enum Foo: String {
        case foo
    }

    enum Bar: String {
        case bar
    }
}
