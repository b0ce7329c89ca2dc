import ConcordYAML

/// What can be called with what a response brought (OAS 4.21).
public struct Link: DescribedObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
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

    /// The name of the operation.
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
