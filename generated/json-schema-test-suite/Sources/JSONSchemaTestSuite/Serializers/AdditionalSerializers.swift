import Concord

@Serializer(.type(nil), .additionalProperties(false))
struct AdditionalProperties0 {
    var foo: JSON?
    var bar: JSON?
    @PatternProperties("^v") var matching: [String: JSON]
}

@Serializer(.type(nil), .additionalProperties(false))
struct AdditionalProperties1 {
    @PatternProperties("^á") var matching: [String: JSON]
}

@Serializer(.type(nil))
struct AdditionalProperties2 {
    var foo: JSON?
    var bar: JSON?
    @AdditionalProperties var additionalProperties: [String: Bool]
}

@Schema(.type(nil)) typealias AdditionalProperties3 = [String: Bool]

@Serializer(.type(nil))
struct AdditionalProperties4 {
    var foo: JSON?
    var bar: JSON?
}

@Schema(.type(nil)) typealias AdditionalProperties6 = [String: Null]

@Serializer(.type(nil), .propertyNames(.maxLength(5)))
struct AdditionalProperties7 {
    var rawValue: [String: Double]
}
