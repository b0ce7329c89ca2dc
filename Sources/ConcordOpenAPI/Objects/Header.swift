import ConcordYAML

/// A header of a response or part (OAS 4.22).
public struct Header: SerializedValue, ExemplifiedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a header",
        [
            Field("description", .text),
            Field("required", .flag),
            Field("deprecated", .flag),
            Field("style", .text),
            Field("explode", .flag),
            Field("schema", .object(Schema.self)),
            Field("example", .any),
            Field("examples", .map(.reference(Example.self))),
            Field("content", .map(.reference(MediaType.self))),
        ])
}
