import ConcordYAML

/// Whom to ask about an API (OAS 4.4).
public struct Contact: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "the contact",
        [
            Field("name", .text),
            Field("url", .text),
            Field("email", .text),
        ])

    /// The name of the person or organisation.
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// A page to turn to.
    public var url: String? {
        get { self[text: "url"] }
        set { self[text: "url"] = newValue }
    }

    /// An address to write to.
    public var email: String? {
        get { self[text: "email"] }
        set { self[text: "email"] = newValue }
    }
}
