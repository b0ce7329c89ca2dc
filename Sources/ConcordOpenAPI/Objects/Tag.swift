import ConcordYAML

/// A group of operations (OAS 4.23).
public struct Tag: SummarizedObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
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

    /// The name that operations give.
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// Where more is written about it.
    public var externalDocs: ExternalDocumentation? {
        get { self[object: "externalDocs"] }
        set { self[object: "externalDocs"] = newValue }
    }

    /// The tag that this one stands under (since 3.2).
    public var parent: String? {
        get { self[text: "parent"] }
        set { self[text: "parent"] = newValue }
    }

    /// What kind of tag it is (since 3.2).
    public var kind: String? {
        get { self[text: "kind"] }
        set { self[text: "kind"] = newValue }
    }
}
