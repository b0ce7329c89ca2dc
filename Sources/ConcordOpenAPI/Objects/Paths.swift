import ConcordYAML

/// The path items of an API (OAS 4.9).
public struct Paths: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "the paths",
        [], others: .object(PathItem.self))

    /// The path items, keyed by path, in order, without extensions.
    public var items: ObjectMap<PathItem> {
        ObjectMap(Mapping((node.mapping ?? Mapping()).entries.filter { !$0.key.hasPrefix("x-") }))
    }
}
