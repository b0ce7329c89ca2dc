import ConcordYAML

/// The paths of an API, each a path item (OAS 4.9).
public struct Paths: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "the paths",
        [], others: .object(PathItem.self))

    /// The path items by path, in order, extensions left out.
    public var items: ObjectMap<PathItem> {
        ObjectMap(Mapping((node.mapping ?? Mapping()).entries.filter { !$0.key.hasPrefix("x-") }))
    }
}
