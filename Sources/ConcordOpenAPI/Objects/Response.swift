import ConcordYAML

/// A response of an operation (OAS 4.18).
public struct Response: SummarizedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a response",
        [
            Field("summary", .text, versions: .since3_2),
            Field("description", .text, requiredIn: [.v3_0, .v3_1]),
            Field("headers", .map(.reference(Header.self))),
            Field("content", .map(.reference(MediaType.self))),
            Field("links", .map(.reference(Link.self))),
        ])

    /// The headers, keyed by name.
    public var headers: ObjectMap<Header> {
        get { self[map: "headers"] }
        set { self[map: "headers"] = newValue }
    }

    /// The content, keyed by media type.
    public var content: ObjectMap<MediaType> {
        get { self[map: "content"] }
        set { self[map: "content"] = newValue }
    }

    /// The links, keyed by name.
    public var links: ObjectMap<Link> {
        get { self[map: "links"] }
        set { self[map: "links"] = newValue }
    }
}
