/// What `@Field` says about a property, said about a node inside: `items: Schema(minLength: 1)`.
///
/// As `additionalProperties:` it may also be `true` or `false`.
public struct Schema: Sendable, ExpressibleByBooleanLiteral {
    /// States keywords of JSON Schema, spelled as there.
    public init(
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
        examples: JSON...,
        externalDocs: ExternalDocs? = nil,
        xml: XML? = nil,
        null: NullStyle? = nil,
        ref: ReferenceStyle? = nil,
        openAPI: String? = nil
    ) {}

    /// `true` allows anything, `false` nothing.
    public init(booleanLiteral value: Bool) {}
}
