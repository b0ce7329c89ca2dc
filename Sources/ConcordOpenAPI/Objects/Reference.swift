import ConcordYAML

/// A Reference Object (OAS 4.24).
public struct Reference: SummarizedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a reference",
        [
            .required("$ref", .text),
            Field("summary", .text, versions: .since3_1),
            Field("description", .text, versions: .since3_1),
        ], allowsExtensions: false)

    /// The URI of the referenced object.
    public var target: String? {
        get { self[text: "$ref"] }
        set { self[text: "$ref"] = newValue }
    }
}
