import ConcordYAML

/// A header of a response or part (OAS 4.22).
public struct Header: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a header",
        [
            Field("description", .text),
            Field("required", .flag),
            Field("deprecated", .flag),
            Field("style", .text),
            Field("explode", .flag),
            Field("schema", .object(Schema.self)),
            Field("example", .any),
            Field("examples", .map(.reference(Example.self))),
            Field("content", .map(.reference(MediaType.self))),
        ])

    /// What it is for; CommonMark.
    public var description: String? {
        get { self[text: "description"] }
        set { self[text: "description"] = newValue }
    }

    /// Whether it is always there.
    public var required: Bool? {
        get { self[flag: "required"] }
        set { self[flag: "required"] = newValue }
    }

    /// Whether readers should stop relying on it.
    public var deprecated: Bool? {
        get { self[flag: "deprecated"] }
        set { self[flag: "deprecated"] = newValue }
    }

    /// How its value is written; only `simple` is possible.
    public var style: String? {
        get { self[text: "style"] }
        set { self[text: "style"] = newValue }
    }

    /// Whether each element is written by itself, as the document has it.
    public var explode: Bool? {
        get { self[flag: "explode"] }
        set { self[flag: "explode"] = newValue }
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
}
