/// A value of the query: `@Query(minimum: 1) var page: Int = 1`, in a view or on a function's parameter.
///
/// The attribute's arguments are read from the source; the running value is the property's value alone.
@propertyWrapper
public struct Query<Value> {
    private var bound: Value?

    /// The value for this request.
    public var wrappedValue: Value {
        get { Unbound.value(bound, "Query") }
        set { bound = newValue }
    }

    /// States the wire name, how the value is put into text and its schema's keywords, with a default value.
    public init(
        wrappedValue: Value,
        _ name: String? = nil,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowReserved: Bool? = nil,
        allowEmptyValue: Bool? = nil,
        content: MediaType...,
        type: SchemaType? = nil,
        format: SchemaFormat? = nil,
        contentEncoding: ContentEncoding? = nil,
        contentMediaType: String? = nil,
        multipleOf: Number? = nil,
        minimum: Number? = nil,
        maximum: Number? = nil,
        exclusiveMinimum: Number? = nil,
        exclusiveMaximum: Number? = nil,
        minLength: Int? = nil,
        maxLength: Int? = nil,
        pattern: String? = nil,
        minItems: Int? = nil,
        maxItems: Int? = nil,
        uniqueItems: Bool? = nil,
        minProperties: Int? = nil,
        maxProperties: Int? = nil,
        items: Schema? = nil,
        additionalProperties: Schema? = nil,
        propertyNames: Schema? = nil,
        prefixItems: Schema...,
        allOf: Schema...,
        anyOf: Schema...,
        oneOf: Schema...,
        requires: String...,
        enum: JSON...,
        default: JSON? = nil,
        required: Bool? = nil,
        readOnly: Bool? = nil,
        writeOnly: Bool? = nil,
        deprecated: Bool? = nil,
        title: String? = nil,
        description: String? = nil,
        example: JSON? = nil,
        examples: KeyValuePairs<String, Example> = [:],
        externalDocs: ExternalDocs? = nil,
        xml: XML? = nil,
        null: NullStyle? = nil,
        ref: ReferenceStyle? = nil,
        schema: Schema? = nil,
        openAPI: String? = nil
    ) {
        bound = wrappedValue
    }

    /// States the wire name, how the value is put into text and its schema's keywords; a request gives the value.
    public init(
        _ name: String? = nil,
        style: ParameterStyle? = nil,
        explode: Bool? = nil,
        allowReserved: Bool? = nil,
        allowEmptyValue: Bool? = nil,
        content: MediaType...,
        type: SchemaType? = nil,
        format: SchemaFormat? = nil,
        contentEncoding: ContentEncoding? = nil,
        contentMediaType: String? = nil,
        multipleOf: Number? = nil,
        minimum: Number? = nil,
        maximum: Number? = nil,
        exclusiveMinimum: Number? = nil,
        exclusiveMaximum: Number? = nil,
        minLength: Int? = nil,
        maxLength: Int? = nil,
        pattern: String? = nil,
        minItems: Int? = nil,
        maxItems: Int? = nil,
        uniqueItems: Bool? = nil,
        minProperties: Int? = nil,
        maxProperties: Int? = nil,
        items: Schema? = nil,
        additionalProperties: Schema? = nil,
        propertyNames: Schema? = nil,
        prefixItems: Schema...,
        allOf: Schema...,
        anyOf: Schema...,
        oneOf: Schema...,
        requires: String...,
        enum: JSON...,
        default: JSON? = nil,
        required: Bool? = nil,
        readOnly: Bool? = nil,
        writeOnly: Bool? = nil,
        deprecated: Bool? = nil,
        title: String? = nil,
        description: String? = nil,
        example: JSON? = nil,
        examples: KeyValuePairs<String, Example> = [:],
        externalDocs: ExternalDocs? = nil,
        xml: XML? = nil,
        null: NullStyle? = nil,
        ref: ReferenceStyle? = nil,
        schema: Schema? = nil,
        openAPI: String? = nil
    ) {}
}

extension Query: Sendable where Value: Sendable {}
