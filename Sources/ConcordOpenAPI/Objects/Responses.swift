import ConcordYAML

/// The responses of an operation, keyed by status (OAS 4.17).
public struct Responses: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "the responses",
        [
            Field("default", .reference(Response.self))
        ], others: .reference(Response.self))

    /// The responses, keyed by status (`200`, `4XX`, `default`), in order, without extensions.
    public var statuses: ObjectMap<Response> {
        ObjectMap(Mapping((node.mapping ?? Mapping()).entries.filter { !$0.key.hasPrefix("x-") }))
    }
}
