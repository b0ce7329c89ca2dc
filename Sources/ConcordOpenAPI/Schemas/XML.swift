import ConcordYAML

/// How a schema's value is written as XML (OAS 4.27).
public struct XML: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
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

    /// The URI of its namespace.
    public var namespace: String? {
        get { self[text: "namespace"] }
        set { self[text: "namespace"] = newValue }
    }

    /// The prefix of its name.
    public var prefix: String? {
        get { self[text: "prefix"] }
        set { self[text: "prefix"] = newValue }
    }

    /// Whether it is an attribute.
    public var attribute: Bool? {
        get { self[flag: "attribute"] }
        set { self[flag: "attribute"] = newValue }
    }

    /// Whether a list has an element around it.
    public var wrapped: Bool? {
        get { self[flag: "wrapped"] }
        set { self[flag: "wrapped"] = newValue }
    }
}
