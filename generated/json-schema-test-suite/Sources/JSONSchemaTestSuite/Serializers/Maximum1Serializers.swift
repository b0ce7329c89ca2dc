import Concord

@Serializer(.maximum(300))
struct Maximum1 {
    var rawValue: JSON
}
