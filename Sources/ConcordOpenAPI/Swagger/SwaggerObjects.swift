import ConcordYAML

// The objects of Swagger 2.0 that differ from 3.0. They are only converted, so they have fields and no accessors. A
// field is required here if the conversion would hide its absence.

/// A document of Swagger 2.0.
struct SwaggerDocument: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let fields = FieldTable(
        "the document",
        [
            .required("swagger", .text),
            Field("info", .object(Info.self)),
            Field("host", .text),
            Field("basePath", .text),
            Field("schemes", .list(.text)),
            Field("consumes", .list(.text)),
            Field("produces", .list(.text)),
            Field("paths", .object(SwaggerPaths.self)),
            Field("definitions", .map(.object(SwaggerSchema.self))),
            Field("parameters", .map(.object(SwaggerParameter.self))),
            Field("responses", .map(.object(SwaggerResponse.self))),
            Field("securityDefinitions", .map(.object(SwaggerSecurityScheme.self))),
            Field("security", .list(.object(SecurityRequirement.self))),
            Field("tags", .list(.object(SwaggerTag.self))),
            Field("externalDocs", .object(ExternalDocumentation.self)),
        ])
}

/// The paths of a document of Swagger 2.0.
struct SwaggerPaths: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let fields = FieldTable("the paths", [], others: .object(SwaggerPathItem.self))
}

/// The operations of a path.
struct SwaggerPathItem: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let methods = ["get", "put", "post", "delete", "options", "head", "patch"]

    static let fields = FieldTable(
        "a path item",
        [
            Field("$ref", .text),
            Field("parameters", .list(.reference(SwaggerParameter.self))),
        ] + methods.map { Field($0, .object(SwaggerOperation.self)) })
}

/// An operation.
struct SwaggerOperation: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let fields = FieldTable(
        "an operation",
        [
            Field("tags", .list(.text)),
            Field("summary", .text),
            Field("description", .text),
            Field("externalDocs", .object(ExternalDocumentation.self)),
            Field("operationId", .text),
            Field("consumes", .list(.text)),
            Field("produces", .list(.text)),
            Field("parameters", .list(.reference(SwaggerParameter.self))),
            Field("responses", .object(SwaggerResponses.self)),
            Field("schemes", .list(.text)),
            Field("deprecated", .flag),
            Field("security", .list(.object(SecurityRequirement.self))),
        ])
}

/// A tag.
struct SwaggerTag: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let fields = FieldTable(
        "a tag",
        [
            Field("name", .text),
            Field("description", .text),
            Field("externalDocs", .object(ExternalDocumentation.self)),
        ])
}

/// The fields that parameters, items, and headers share.
private let valueFields = [
    Field("format", .text),
    Field("items", .object(SwaggerItems.self)),
    Field("collectionFormat", .text),
    Field("default", .any),
    Field("maximum", .number),
    Field("exclusiveMaximum", .flag),
    Field("minimum", .number),
    Field("exclusiveMinimum", .flag),
    Field("maxLength", .count),
    Field("minLength", .count),
    Field("pattern", .text),
    Field("maxItems", .count),
    Field("minItems", .count),
    Field("uniqueItems", .flag),
    Field("enum", .list(.any)),
    Field("multipleOf", .number),
]

/// A parameter, including the body.
struct SwaggerParameter: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let fields = FieldTable(
        "a parameter",
        [
            Field("name", .text),
            Field("in", .text),
            Field("description", .text),
            Field("required", .flag),
            Field("schema", .object(SwaggerSchema.self)),
            Field("type", .text),
            Field("allowEmptyValue", .flag),
        ] + valueFields)
}

/// The items of an array outside a body.
struct SwaggerItems: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let fields = FieldTable("the items", [Field("type", .text)] + valueFields)
}

/// The responses of an operation, keyed by status.
struct SwaggerResponses: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let fields = FieldTable(
        "the responses", [Field("default", .reference(SwaggerResponse.self))],
        others: .reference(SwaggerResponse.self))
}

/// A response.
struct SwaggerResponse: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let fields = FieldTable(
        "a response",
        [
            Field("description", .text),
            Field("schema", .object(SwaggerSchema.self)),
            Field("headers", .map(.object(SwaggerHeader.self))),
            Field("examples", .map(.any)),
        ])
}

/// A header of a response.
struct SwaggerHeader: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let fields = FieldTable(
        "a header", [Field("description", .text), .required("type", .text)] + valueFields)
}

/// The schema of a body or definition.
struct SwaggerSchema: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let fields = FieldTable(
        "a schema",
        [
            Field("$ref", .text),
            Field("title", .text),
            Field("description", .text),
            Field("type", .either(.text, .list(.text))),
            Field("format", .text),
            Field("default", .any),
            Field("multipleOf", .number),
            Field("maximum", .number),
            Field("exclusiveMaximum", .flag),
            Field("minimum", .number),
            Field("exclusiveMinimum", .flag),
            Field("maxLength", .count),
            Field("minLength", .count),
            Field("pattern", .text),
            Field("maxItems", .count),
            Field("minItems", .count),
            Field("uniqueItems", .flag),
            Field("maxProperties", .count),
            Field("minProperties", .count),
            Field("required", .list(.text)),
            Field("enum", .list(.any)),
            Field("items", .object(SwaggerSchema.self)),
            Field("allOf", .list(.object(SwaggerSchema.self))),
            Field("properties", .map(.object(SwaggerSchema.self))),
            Field("additionalProperties", .either(.object(SwaggerSchema.self), .flag)),
            Field("discriminator", .text),
            Field("readOnly", .flag),
            Field("xml", .object(XML.self)),
            Field("externalDocs", .object(ExternalDocumentation.self)),
            Field("example", .any),
        ])
}

/// A security scheme.
struct SwaggerSecurityScheme: OpenAPIObject {
    var node: Node

    init(_ node: Node) { self.node = node }

    static let fields = FieldTable(
        "a security scheme",
        [
            Field("type", .text),
            Field("description", .text),
            Field("name", .text),
            Field("in", .text),
            Field("flow", .text),
            Field("authorizationUrl", .text),
            Field("tokenUrl", .text),
            Field("scopes", .map(.text)),
        ])
}
