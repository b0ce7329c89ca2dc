import Concord

@Serializer(.maximum(3.0))
struct Maximum0 {
    var rawValue: JSON
}
