import ConcordYAML

/// A reference to external documentation (OAS 4.12).
public struct ExternalDocumentation: DescribedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "the external documentation",
        [
            Field("description", .text),
            .required("url", .text),
        ])

    /// The URL of the documentation.
    public var url: String? {
        get { self[text: "url"] }
        set { self[text: "url"] = newValue }
    }
}
