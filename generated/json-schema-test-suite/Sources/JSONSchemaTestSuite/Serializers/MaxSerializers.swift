import Concord

@Serializer(.maxItems(2))
struct MaxItems0 {
    var rawValue: JSON
}

@Serializer(.maxLength(2))
struct MaxLength0 {
    var rawValue: JSON
}

@Serializer(.maxProperties(2))
struct MaxProperties0 {
    var rawValue: JSON
}

@Serializer(.maxProperties(0))
struct MaxProperties2 {
    var rawValue: JSON
}
