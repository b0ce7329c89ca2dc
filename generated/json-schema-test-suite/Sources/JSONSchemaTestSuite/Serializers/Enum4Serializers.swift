import Concord

@Serializer(.type(nil))
enum Enum4: String {
    case fooBar = """
        foo
        bar
        """
    case fooBar2 = "foo\rbar"
}
