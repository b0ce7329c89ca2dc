import ConcordCore

/// States a response of the operation it stands on: the main one's description, or another one's type.
@attached(peer)
public macro Response(
    _ status: StatusKey,
    _ type: Any.Type,
    _ text: String? = nil,
    summary: String? = nil,
    description: String? = nil,
    content: MediaType...,
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
    enum: JSON...,
    default: JSON? = nil,
    required: Bool? = nil,
    readOnly: Bool? = nil,
    writeOnly: Bool? = nil,
    deprecated: Bool? = nil,
    title: String? = nil,
    example: JSON? = nil,
    examples: KeyValuePairs<String, Example> = [:],
    externalDocs: ExternalDocs? = nil,
    xml: XML? = nil,
    null: NullStyle? = nil,
    ref: ReferenceStyle? = nil,
    schema: Schema? = nil,
    openAPI: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// States a response of the operation it stands on: the main one's description, or another one's type.
@attached(peer)
public macro Response(
    _ status: StatusKey,
    _ text: String? = nil,
    summary: String? = nil,
    description: String? = nil,
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
    enum: JSON...,
    default: JSON? = nil,
    required: Bool? = nil,
    readOnly: Bool? = nil,
    writeOnly: Bool? = nil,
    deprecated: Bool? = nil,
    title: String? = nil,
    example: JSON? = nil,
    examples: KeyValuePairs<String, Example> = [:],
    externalDocs: ExternalDocs? = nil,
    xml: XML? = nil,
    null: NullStyle? = nil,
    ref: ReferenceStyle? = nil,
    schema: Schema? = nil,
    openAPI: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a struct a response with headers: its `@Header` properties, and its content, the `@Body` property.
@attached(extension, conformances: ResponseValue, names: named(response), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Response(
    _ name: String? = nil,
    summary: String? = nil,
    description: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes an enum the result of an operation that has several successes: one `@Status` line for each case.
@attached(extension, conformances: ResponseValue, names: named(response), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Responses() = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// States the status and the media types of a case of a `@Responses` enum.
@attached(peer)
public macro Status(
    _ status: StatusKey,
    _ mediaTypes: MediaType...,
    summary: String? = nil,
    description: String? = nil,
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
    enum: JSON...,
    default: JSON? = nil,
    required: Bool? = nil,
    readOnly: Bool? = nil,
    writeOnly: Bool? = nil,
    deprecated: Bool? = nil,
    title: String? = nil,
    example: JSON? = nil,
    examples: KeyValuePairs<String, Example> = [:],
    externalDocs: ExternalDocs? = nil,
    xml: XML? = nil,
    null: NullStyle? = nil,
    ref: ReferenceStyle? = nil,
    schema: Schema? = nil,
    openAPI: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a struct around a `rawValue` a reusable header of responses.
@attached(
    extension, conformances: WireValue, RawWireValue, names: named(init), named(write), named(writeProperties),
    named(check), named(placeholder), named(shape), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro ResponseHeader(
    _ name: String? = nil,
    style: ParameterStyle? = nil,
    explode: Bool? = nil,
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
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")
