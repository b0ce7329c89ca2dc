import ConcordYAML

/// A tag that groups operations (OAS 4.23).
public struct Tag: SummarizedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a tag",
        [
            .required("name", .text),
            Field("summary", .text, versions: .since3_2),
            Field("description", .text),
            Field("externalDocs", .object(ExternalDocumentation.self)),
            Field("parent", .text, versions: .since3_2),
            Field("kind", .text, versions: .since3_2),
        ])

    /// The name.
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// The external documentation.
    public var externalDocs: ExternalDocumentation? {
        get { self[object: "externalDocs"] }
        set { self[object: "externalDocs"] = newValue }
    }

    /// The name of the parent tag (since 3.2).
    public var parent: String? {
        get { self[text: "parent"] }
        set { self[text: "parent"] = newValue }
    }

    /// The kind of tag (since 3.2).
    public var kind: String? {
        get { self[text: "kind"] }
        set { self[text: "kind"] = newValue }
    }
}
