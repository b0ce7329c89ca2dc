import ConcordYAML

/// The contact for an API (OAS 4.4).
public struct Contact: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
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

    /// The name of the person or organization.
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// The URL of a contact page.
    public var url: String? {
        get { self[text: "url"] }
        set { self[text: "url"] = newValue }
    }

    /// The email address.
    public var email: String? {
        get { self[text: "email"] }
        set { self[text: "email"] = newValue }
    }
}
