import ConcordYAML

/// A link from a response to an operation that can use its values (OAS 4.21).
public struct Link: DescribedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a link",
        [
            Field("operationRef", .text),
            Field("operationId", .text),
            Field("parameters", .map(.any)),
            Field("requestBody", .any),
            Field("description", .text),
            Field("server", .object(Server.self)),
        ])

    /// A reference to the operation.
    public var operationRef: String? {
        get { self[text: "operationRef"] }
        set { self[text: "operationRef"] = newValue }
    }

    /// The ID of the operation.
    public var operationId: String? {
        get { self[text: "operationId"] }
        set { self[text: "operationId"] = newValue }
    }

    /// A runtime expression or value for each parameter.
    public var parameters: Node? {
        get { node["parameters"] }
        set { node["parameters"] = newValue }
    }

    /// A runtime expression or value for the body.
    public var requestBody: Node? {
        get { node["requestBody"] }
        set { node["requestBody"] = newValue }
    }

    /// The server to call.
    public var server: Server? {
        get { self[object: "server"] }
        set { self[object: "server"] = newValue }
    }
}
