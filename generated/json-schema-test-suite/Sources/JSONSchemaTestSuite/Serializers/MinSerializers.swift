import Concord

@Serializer(.minItems(1))
struct MinItems0 {
    var rawValue: JSON
}

@Serializer(.minLength(2))
struct MinLength0 {
    var rawValue: JSON
}

@Serializer(.minProperties(1))
struct MinProperties0 {
    var rawValue: JSON
}
