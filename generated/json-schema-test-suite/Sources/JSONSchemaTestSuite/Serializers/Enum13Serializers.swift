import Concord

@Serializer(.type(nil))
enum Enum13: String {
    case helloThere = "hello\u{0}there"
}
