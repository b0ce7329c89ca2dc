import ConcordYAML

/// The responses of an operation by status (OAS 4.17).
public struct Responses: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "the responses",
        [
            Field("default", .reference(Response.self))
        ], others: .reference(Response.self))

    /// The responses by status (`200`, `4XX`, `default`) in order, extensions left out.
    public var statuses: ObjectMap<Response> {
        ObjectMap(Mapping((node.mapping ?? Mapping()).entries.filter { !$0.key.hasPrefix("x-") }))
    }
}
