import ConcordYAML

/// A request body (OAS 4.14).
public struct RequestBody: DescribedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a request body",
        [
            Field("description", .text),
            .required("content", .map(.reference(MediaType.self))),
            Field("required", .flag),
        ])

    /// The content, keyed by media type.
    public var content: ObjectMap<MediaType> {
        get { self[map: "content"] }
        set { self[map: "content"] = newValue }
    }

    /// Whether the body is required.
    public var required: Bool? {
        get { self[flag: "required"] }
        set { self[flag: "required"] = newValue }
    }
}
