import ConcordYAML

/// A schema of JSON Schema 2020-12, or of 3.0's dialect of it (OAS 4.25).
///
/// Some accessors unify the notations of all versions: see `types`, `minimum`, and `exampleValues`.
public struct Schema: DescribedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a schema",
        [
            Field("$schema", .text, versions: .since3_1),
            Field("$id", .text, versions: .since3_1),
            Field("$anchor", .text, versions: .since3_1),
            Field("$dynamicAnchor", .text, versions: .since3_1),
            Field("$vocabulary", .map(.flag), versions: .since3_1),
            Field("$comment", .text, versions: .since3_1),
            Field("$ref", .text),
            Field("$dynamicRef", .text, versions: .since3_1),
            Field("title", .text),
            Field("description", .text),
            Field("type", .either(.text, .list(.text))),
            Field("format", .text),
            Field("enum", .list(.any)),
            Field("const", .any, versions: .since3_1),
            Field("default", .any),
            Field("nullable", .flag, versions: .v3_0),
            Field("readOnly", .flag),
            Field("writeOnly", .flag),
            Field("deprecated", .flag),
            Field("multipleOf", .number),
            Field("minimum", .number),
            Field("exclusiveMinimum", .either(.number, .flag)),
            Field("maximum", .number),
            Field("exclusiveMaximum", .either(.number, .flag)),
            Field("minLength", .count),
            Field("maxLength", .count),
            Field("pattern", .text),
            Field("contentEncoding", .text, versions: .since3_1),
            Field("contentMediaType", .text, versions: .since3_1),
            Field("contentSchema", .object(Schema.self), versions: .since3_1),
            Field("prefixItems", .list(.object(Schema.self)), versions: .since3_1),
            Field("items", .object(Schema.self)),
            Field("contains", .object(Schema.self), versions: .since3_1),
            Field("minContains", .count, versions: .since3_1),
            Field("maxContains", .count, versions: .since3_1),
            Field("minItems", .count),
            Field("maxItems", .count),
            Field("uniqueItems", .flag),
            Field("unevaluatedItems", .object(Schema.self), versions: .since3_1),
            Field("required", .list(.text)),
            Field("properties", .map(.object(Schema.self))),
            Field("patternProperties", .map(.object(Schema.self)), versions: .since3_1),
            Field("additionalProperties", .object(Schema.self)),
            Field("propertyNames", .object(Schema.self), versions: .since3_1),
            Field("minProperties", .count),
            Field("maxProperties", .count),
            Field("unevaluatedProperties", .object(Schema.self), versions: .since3_1),
            Field("dependentRequired", .map(.list(.text)), versions: .since3_1),
            Field("dependentSchemas", .map(.object(Schema.self)), versions: .since3_1),
            Field("allOf", .list(.object(Schema.self))),
            Field("anyOf", .list(.object(Schema.self))),
            Field("oneOf", .list(.object(Schema.self))),
            Field("not", .object(Schema.self)),
            Field("if", .object(Schema.self), versions: .since3_1),
            Field("then", .object(Schema.self), versions: .since3_1),
            Field("else", .object(Schema.self), versions: .since3_1),
            Field("discriminator", .object(Discriminator.self)),
            Field("xml", .object(XML.self)),
            Field("externalDocs", .object(ExternalDocumentation.self)),
            Field("example", .any),
            Field("examples", .list(.any), versions: .since3_1),
            Field("$defs", .map(.object(Schema.self)), versions: .since3_1),
        ], acceptsFlag: true, isOpen: true)

    /// The dialect of the schema (since 3.1).
    public var dialect: String? {
        get { self[text: "$schema"] }
        set { self[text: "$schema"] = newValue }
    }

    /// The URI of the schema (since 3.1).
    public var id: String? {
        get { self[text: "$id"] }
        set { self[text: "$id"] = newValue }
    }

    /// The name of the schema in fragments of references (since 3.1).
    public var anchor: String? {
        get { self[text: "$anchor"] }
        set { self[text: "$anchor"] = newValue }
    }

    /// The name of the schema in dynamic references (since 3.1).
    public var dynamicAnchor: String? {
        get { self[text: "$dynamicAnchor"] }
        set { self[text: "$dynamicAnchor"] = newValue }
    }

    /// A reference that the outermost schema with the dynamic anchor resolves (since 3.1).
    public var dynamicReference: String? {
        get { self[text: "$dynamicRef"] }
        set { self[text: "$dynamicRef"] = newValue }
    }

    /// A comment for authors (since 3.1).
    public var comment: String? {
        get { self[text: "$comment"] }
        set { self[text: "$comment"] = newValue }
    }

    /// The title.
    public var title: String? {
        get { self[text: "title"] }
        set { self[text: "title"] = newValue }
    }

    /// The format of the value, in addition to its type.
    public var format: String? {
        get { self[text: "format"] }
        set { self[text: "format"] = newValue }
    }

    /// The allowed values.
    public var `enum`: [Node]? {
        get { self[nodes: "enum"] }
        set { self[nodes: "enum"] = newValue }
    }

    /// The only allowed value (since 3.1).
    public var `const`: Node? {
        get { node["const"] }
        set { node["const"] = newValue }
    }

    /// The default value.
    public var `default`: Node? {
        get { node["default"] }
        set { node["default"] = newValue }
    }

    /// Whether only responses contain the value.
    public var readOnly: Bool? {
        get { self[flag: "readOnly"] }
        set { self[flag: "readOnly"] = newValue }
    }

    /// Whether only requests contain the value.
    public var writeOnly: Bool? {
        get { self[flag: "writeOnly"] }
        set { self[flag: "writeOnly"] = newValue }
    }

    /// Whether clients should stop using the value.
    public var deprecated: Bool? {
        get { self[flag: "deprecated"] }
        set { self[flag: "deprecated"] = newValue }
    }

    /// A number that the value is a multiple of.
    public var multipleOf: String? {
        get { self[number: "multipleOf"] }
        set { self[number: "multipleOf"] = newValue }
    }

    /// The minimum number of characters.
    public var minLength: Int? {
        get { self[integer: "minLength"] }
        set { self[integer: "minLength"] = newValue }
    }

    /// The maximum number of characters.
    public var maxLength: Int? {
        get { self[integer: "maxLength"] }
        set { self[integer: "maxLength"] = newValue }
    }

    /// A regular expression that the string matches.
    public var pattern: String? {
        get { self[text: "pattern"] }
        set { self[text: "pattern"] = newValue }
    }

    /// The encoding of bytes in a string (since 3.1).
    public var contentEncoding: String? {
        get { self[text: "contentEncoding"] }
        set { self[text: "contentEncoding"] = newValue }
    }

    /// The media type of a string's content (since 3.1).
    public var contentMediaType: String? {
        get { self[text: "contentMediaType"] }
        set { self[text: "contentMediaType"] = newValue }
    }

    /// The schema of a string's content (since 3.1).
    public var contentSchema: Schema? {
        get { self[object: "contentSchema"] }
        set { self[object: "contentSchema"] = newValue }
    }

    /// The schemas of the first items (since 3.1).
    public var prefixItems: [Schema] {
        get { self[list: "prefixItems"] }
        set { self[list: "prefixItems"] = newValue }
    }

    /// The schema of the items.
    public var items: Schema? {
        get { self[object: "items"] }
        set { self[object: "items"] = newValue }
    }

    /// A schema that at least one item matches (since 3.1).
    public var contains: Schema? {
        get { self[object: "contains"] }
        set { self[object: "contains"] = newValue }
    }

    /// The minimum number of items that match `contains` (since 3.1).
    public var minContains: Int? {
        get { self[integer: "minContains"] }
        set { self[integer: "minContains"] = newValue }
    }

    /// The maximum number of items that match `contains` (since 3.1).
    public var maxContains: Int? {
        get { self[integer: "maxContains"] }
        set { self[integer: "maxContains"] = newValue }
    }

    /// The minimum number of items.
    public var minItems: Int? {
        get { self[integer: "minItems"] }
        set { self[integer: "minItems"] = newValue }
    }

    /// The maximum number of items.
    public var maxItems: Int? {
        get { self[integer: "maxItems"] }
        set { self[integer: "maxItems"] = newValue }
    }

    /// Whether items are unique.
    public var uniqueItems: Bool? {
        get { self[flag: "uniqueItems"] }
        set { self[flag: "uniqueItems"] = newValue }
    }

    /// The schema of items that no other keyword has evaluated (since 3.1).
    public var unevaluatedItems: Schema? {
        get { self[object: "unevaluatedItems"] }
        set { self[object: "unevaluatedItems"] = newValue }
    }

    /// The required properties.
    public var required: [String] {
        get { self[texts: "required"] }
        set { self[texts: "required"] = newValue }
    }

    /// The schemas of properties, keyed by name.
    public var properties: ObjectMap<Schema> {
        get { self[map: "properties"] }
        set { self[map: "properties"] = newValue }
    }

    /// The schemas of properties, keyed by a regular expression for their names (since 3.1).
    public var patternProperties: ObjectMap<Schema> {
        get { self[map: "patternProperties"] }
        set { self[map: "patternProperties"] = newValue }
    }

    /// The schema of all further properties. `false` forbids them.
    public var additionalProperties: Schema? {
        get { self[object: "additionalProperties"] }
        set { self[object: "additionalProperties"] = newValue }
    }

    /// The schema of property names (since 3.1).
    public var propertyNames: Schema? {
        get { self[object: "propertyNames"] }
        set { self[object: "propertyNames"] = newValue }
    }

    /// The minimum number of properties.
    public var minProperties: Int? {
        get { self[integer: "minProperties"] }
        set { self[integer: "minProperties"] = newValue }
    }

    /// The maximum number of properties.
    public var maxProperties: Int? {
        get { self[integer: "maxProperties"] }
        set { self[integer: "maxProperties"] = newValue }
    }

    /// The schema of properties that no other keyword has evaluated (since 3.1).
    public var unevaluatedProperties: Schema? {
        get { self[object: "unevaluatedProperties"] }
        set { self[object: "unevaluatedProperties"] = newValue }
    }

    /// The schemas that apply if a property is present (since 3.1).
    public var dependentSchemas: ObjectMap<Schema> {
        get { self[map: "dependentSchemas"] }
        set { self[map: "dependentSchemas"] = newValue }
    }

    /// Schemas that the value must all match.
    public var allOf: [Schema] {
        get { self[list: "allOf"] }
        set { self[list: "allOf"] = newValue }
    }

    /// Schemas of which the value must match at least one.
    public var anyOf: [Schema] {
        get { self[list: "anyOf"] }
        set { self[list: "anyOf"] = newValue }
    }

    /// Schemas of which the value must match exactly one.
    public var oneOf: [Schema] {
        get { self[list: "oneOf"] }
        set { self[list: "oneOf"] = newValue }
    }

    /// A schema that the value must not match.
    public var `not`: Schema? {
        get { self[object: "not"] }
        set { self[object: "not"] = newValue }
    }

    /// A schema that selects `then` or `else` (since 3.1).
    public var `if`: Schema? {
        get { self[object: "if"] }
        set { self[object: "if"] = newValue }
    }

    /// The schema if `if` matches (since 3.1).
    public var `then`: Schema? {
        get { self[object: "then"] }
        set { self[object: "then"] = newValue }
    }

    /// The schema if `if` doesn't match (since 3.1).
    public var `else`: Schema? {
        get { self[object: "else"] }
        set { self[object: "else"] = newValue }
    }

    /// The property that determines the schema of a value.
    public var discriminator: Discriminator? {
        get { self[object: "discriminator"] }
        set { self[object: "discriminator"] = newValue }
    }

    /// The XML representation of the value.
    public var xml: XML? {
        get { self[object: "xml"] }
        set { self[object: "xml"] = newValue }
    }

    /// The external documentation.
    public var externalDocs: ExternalDocumentation? {
        get { self[object: "externalDocs"] }
        set { self[object: "externalDocs"] = newValue }
    }

    /// Reusable schemas for references (since 3.1).
    public var definitions: ObjectMap<Schema> {
        get { self[map: "$defs"] }
        set { self[map: "$defs"] = newValue }
    }
}
