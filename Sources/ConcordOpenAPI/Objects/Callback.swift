import ConcordYAML

/// Requests that an API sends, keyed by the expression for their URL (OAS 4.19).
public struct Callback: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a callback",
        [], others: .object(PathItem.self))

    /// The path items, keyed by runtime expression, without extensions.
    public var items: ObjectMap<PathItem> {
        ObjectMap(Mapping((node.mapping ?? Mapping()).entries.filter { !$0.key.hasPrefix("x-") && $0.key != "$ref" }))
    }
}
