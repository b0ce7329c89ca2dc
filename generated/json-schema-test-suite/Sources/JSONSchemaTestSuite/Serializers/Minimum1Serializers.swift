import Concord

@Serializer(.minimum(-2))
struct Minimum1 {
    var rawValue: JSON
}
