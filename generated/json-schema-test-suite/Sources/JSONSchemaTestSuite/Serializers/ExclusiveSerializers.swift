import Concord

@Serializer(.exclusiveMaximum(3.0))
struct ExclusiveMaximum0 {
    var rawValue: JSON
}

@Serializer(.exclusiveMinimum(1.1))
struct ExclusiveMinimum0 {
    var rawValue: JSON
}
