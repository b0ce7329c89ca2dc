import ConcordYAML

/// The XML representation of a schema's value (OAS 4.27).
public struct XML: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "an XML object",
        [
            Field("nodeType", .text, versions: .since3_2),
            Field("name", .text),
            Field("namespace", .text),
            Field("prefix", .text),
            Field("attribute", .flag),
            Field("wrapped", .flag),
        ])

    /// The kinds of XML nodes.
    static let nodeTypes = ["element", "attribute", "text", "cdata", "none"]

    /// The kind of XML node (since 3.2).
    public var nodeType: String? {
        get { self[text: "nodeType"] }
        set { self[text: "nodeType"] = newValue }
    }

    /// The name of the element or attribute.
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// The URI of the namespace.
    public var namespace: String? {
        get { self[text: "namespace"] }
        set { self[text: "namespace"] = newValue }
    }

    /// The prefix of the name.
    public var prefix: String? {
        get { self[text: "prefix"] }
        set { self[text: "prefix"] = newValue }
    }

    /// Whether the value is an attribute.
    public var attribute: Bool? {
        get { self[flag: "attribute"] }
        set { self[flag: "attribute"] = newValue }
    }

    /// Whether an array has an enclosing element.
    public var wrapped: Bool? {
        get { self[flag: "wrapped"] }
        set { self[flag: "wrapped"] = newValue }
    }
}
