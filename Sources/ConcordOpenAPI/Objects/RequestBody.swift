import ConcordYAML

/// The body of a request (OAS 4.14).
public struct RequestBody: DescribedObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
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

    /// The body by media type.
    public var content: ObjectMap<MediaType> {
        get { self[map: "content"] }
        set { self[map: "content"] = newValue }
    }

    /// Whether a request must have it.
    public var required: Bool? {
        get { self[flag: "required"] }
        set { self[flag: "required"] = newValue }
    }
}
