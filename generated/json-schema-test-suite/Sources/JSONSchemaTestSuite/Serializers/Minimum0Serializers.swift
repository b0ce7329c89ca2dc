import Concord

@Serializer(.minimum(1.1))
struct Minimum0 {
    var rawValue: JSON
}
