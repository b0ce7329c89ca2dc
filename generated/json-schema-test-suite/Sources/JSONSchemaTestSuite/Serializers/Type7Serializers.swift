import Concord

@Serializer(.union(.type))
enum Type7 {
    case integer(Int)
    case text(String)
}
