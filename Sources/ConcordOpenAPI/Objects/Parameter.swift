import ConcordYAML

/// A parameter of an operation (OAS 4.13).
public struct Parameter: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a parameter",
        [
            .required("name", .text),
            .required("in", .text),
            Field("description", .text),
            Field("required", .flag),
            Field("deprecated", .flag),
            Field("allowEmptyValue", .flag),
            Field("style", .text),
            Field("explode", .flag),
            Field("allowReserved", .flag),
            Field("schema", .object(Schema.self)),
            Field("example", .any),
            Field("examples", .map(.reference(Example.self))),
            Field("content", .map(.reference(MediaType.self))),
        ])

    /// The name; the key of a parameter is its name and location.
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// Where it stands in the request, as the document has it; see `location`.
    public var `in`: String? {
        get { self[text: "in"] }
        set { self[text: "in"] = newValue }
    }

    /// What it is for; CommonMark.
    public var description: String? {
        get { self[text: "description"] }
        set { self[text: "description"] = newValue }
    }

    /// Whether a request must have it.
    public var required: Bool? {
        get { self[flag: "required"] }
        set { self[flag: "required"] = newValue }
    }

    /// Whether callers should stop sending it.
    public var deprecated: Bool? {
        get { self[flag: "deprecated"] }
        set { self[flag: "deprecated"] = newValue }
    }

    /// Whether it may be sent without a value.
    public var allowEmptyValue: Bool? {
        get { self[flag: "allowEmptyValue"] }
        set { self[flag: "allowEmptyValue"] = newValue }
    }

    /// How its value is written, as the document has it.
    public var style: String? {
        get { self[text: "style"] }
        set { self[text: "style"] = newValue }
    }

    /// Whether each element of a list or object is written by itself, as the document has it.
    public var explode: Bool? {
        get { self[flag: "explode"] }
        set { self[flag: "explode"] = newValue }
    }

    /// Whether reserved characters are sent as they are.
    public var allowReserved: Bool? {
        get { self[flag: "allowReserved"] }
        set { self[flag: "allowReserved"] = newValue }
    }

    /// The schema of its value.
    public var schema: Schema? {
        get { self[object: "schema"] }
        set { self[object: "schema"] = newValue }
    }

    /// An example of its value.
    public var example: Node? {
        get { node["example"] }
        set { node["example"] = newValue }
    }

    /// Examples by name.
    public var examples: ObjectMap<Example> {
        get { self[map: "examples"] }
        set { self[map: "examples"] = newValue }
    }

    /// How its value is written when no style can say it: one media type.
    public var content: ObjectMap<MediaType> {
        get { self[map: "content"] }
        set { self[map: "content"] = newValue }
    }

    /// Where a parameter stands in the request.
    public enum Location: String, Hashable, Sendable, CaseIterable {
        case query, header, path, cookie
        /// The query as a whole (since 3.2).
        case querystring
    }

    /// Where the parameter stands; nil when the document names no known place.
    public var location: Location? { `in`.flatMap(Location.init) }
}
