import ConcordCore

/// Makes a struct a path: its wrapped properties are the inputs of every operation, its methods are the operations.
@attached(extension, conformances: View, names: named(routes), arbitrary)
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro View(
    _ path: String,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    servers: Server...,
    undeclared: String...,
    keys: KeyStyle? = nil,
    ref: String? = nil,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct a webhook: requests that the server sends. It is in the document alone.
@attached(extension, conformances: View, names: named(routes), arbitrary)
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Webhook(
    _ name: String,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    servers: Server...,
    keys: KeyStyle? = nil,
    ref: String? = nil,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct in a view a callback: requests that the server sends because of another, which names it under
/// `callbacks:`. It is in the document alone.
///
/// The name is the key in the document, the expression says where the requests go: `{$request.body#/callbackURL}`.
@attached(extension, conformances: View, names: named(routes), arbitrary)
@attached(member, names: named(init), named(_Codecs), named(_rules))
public macro Callback(
    _ name: String,
    _ expression: String,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    servers: Server...,
    keys: KeyStyle? = nil,
    ref: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Puts views under a prefix: `@Include("/v2") enum V2 { static let views: [any View.Type] = […] }`, listed as `V2.self`.
///
/// As a struct it may have `@Path` properties, which all of the paths share; a view that needs their values has a property
/// of the struct's type.
@attached(extension, conformances: View, Input, names: named(routes), named(init), named(_Rules))
@attached(member, names: named(init), named(_Rules))
public macro Include(
    _ prefix: String,
    tags: String?...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a method of a view the operation for GET; its comment is the summary, then the description.
@attached(peer)
public macro GET(
    _ operationID: String? = nil,
    status: StatusKey? = nil,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    deprecated: Bool? = nil,
    servers: Server...,
    externalDocs: ExternalDocs? = nil,
    authentication: [any Authentication] = [],
    callbacks: Any.Type...,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for PUT; its comment is the summary, then the description.
@attached(peer)
public macro PUT(
    _ operationID: String? = nil,
    status: StatusKey? = nil,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    deprecated: Bool? = nil,
    servers: Server...,
    externalDocs: ExternalDocs? = nil,
    authentication: [any Authentication] = [],
    callbacks: Any.Type...,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for POST; its comment is the summary, then the description.
@attached(peer)
public macro POST(
    _ operationID: String? = nil,
    status: StatusKey? = nil,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    deprecated: Bool? = nil,
    servers: Server...,
    externalDocs: ExternalDocs? = nil,
    authentication: [any Authentication] = [],
    callbacks: Any.Type...,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for DELETE; its comment is the summary, then the description.
@attached(peer)
public macro DELETE(
    _ operationID: String? = nil,
    status: StatusKey? = nil,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    deprecated: Bool? = nil,
    servers: Server...,
    externalDocs: ExternalDocs? = nil,
    authentication: [any Authentication] = [],
    callbacks: Any.Type...,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for OPTIONS; its comment is the summary, then the description.
@attached(peer)
public macro OPTIONS(
    _ operationID: String? = nil,
    status: StatusKey? = nil,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    deprecated: Bool? = nil,
    servers: Server...,
    externalDocs: ExternalDocs? = nil,
    authentication: [any Authentication] = [],
    callbacks: Any.Type...,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for HEAD; its comment is the summary, then the description.
@attached(peer)
public macro HEAD(
    _ operationID: String? = nil,
    status: StatusKey? = nil,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    deprecated: Bool? = nil,
    servers: Server...,
    externalDocs: ExternalDocs? = nil,
    authentication: [any Authentication] = [],
    callbacks: Any.Type...,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for PATCH; its comment is the summary, then the description.
@attached(peer)
public macro PATCH(
    _ operationID: String? = nil,
    status: StatusKey? = nil,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    deprecated: Bool? = nil,
    servers: Server...,
    externalDocs: ExternalDocs? = nil,
    authentication: [any Authentication] = [],
    callbacks: Any.Type...,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for TRACE; its comment is the summary, then the description.
@attached(peer)
public macro TRACE(
    _ operationID: String? = nil,
    status: StatusKey? = nil,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    deprecated: Bool? = nil,
    servers: Server...,
    externalDocs: ExternalDocs? = nil,
    authentication: [any Authentication] = [],
    callbacks: Any.Type...,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for QUERY; its comment is the summary, then the description.
@attached(peer)
public macro QUERY(
    _ operationID: String? = nil,
    status: StatusKey? = nil,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    deprecated: Bool? = nil,
    servers: Server...,
    externalDocs: ExternalDocs? = nil,
    authentication: [any Authentication] = [],
    callbacks: Any.Type...,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for any method of HTTP: `@Operation("COPY", "copyPets")`.
@attached(peer)
public macro Operation(
    _ method: String,
    _ operationID: String? = nil,
    status: StatusKey? = nil,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    deprecated: Bool? = nil,
    servers: Server...,
    externalDocs: ExternalDocs? = nil,
    authentication: [any Authentication] = [],
    callbacks: Any.Type...,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a struct of one wrapped property a reusable parameter.
@attached(extension, conformances: Input, names: named(init), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Parameter(
    _ name: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct of one `@Body` property a reusable body, or an enum a body whose schema depends on its media type.
@attached(extension, conformances: Input, names: named(init), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro RequestBody(
    _ name: String? = nil,
    required: Bool? = nil
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// States the media types of a case of a `@RequestBody` enum.
@attached(peer)
public macro Content(
    _ mediaTypes: MediaType...,
    encoding: KeyValuePairs<String, PartEncoding> = [:],
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
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view set one more operation: at `/stations/{id}/archive` where it is about one object, at
/// `/stations/archive` where it is not.
@attached(peer)
public macro Action(
    _ method: HTTPRequest.Method,
    _ operationID: String? = nil,
    detail: Bool,
    path: String? = nil,
    status: StatusKey? = nil,
    tags: String?...,
    summary: String? = nil,
    description: String? = nil,
    deprecated: Bool? = nil,
    servers: Server...,
    externalDocs: ExternalDocs? = nil,
    authentication: [any Authentication] = [],
    callbacks: Any.Type...,
    schema: AutoSchema? = nil
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")
