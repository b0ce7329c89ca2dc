import ConcordYAML

/// Where more is written (OAS 4.12).
public struct ExternalDocumentation: DescribedObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
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

    /// Where it can be read.
    public var url: String? {
        get { self[text: "url"] }
        set { self[text: "url"] = newValue }
    }
}
