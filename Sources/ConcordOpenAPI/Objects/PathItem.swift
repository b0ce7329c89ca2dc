import ConcordYAML

/// The operations of a path, with the fields that they share (OAS 4.10).
public struct PathItem: SummarizedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a path item",
        [
            Field("$ref", .text),
            Field("summary", .text),
            Field("description", .text),
            Field("get", .object(Operation.self)),
            Field("put", .object(Operation.self)),
            Field("post", .object(Operation.self)),
            Field("delete", .object(Operation.self)),
            Field("options", .object(Operation.self)),
            Field("head", .object(Operation.self)),
            Field("patch", .object(Operation.self)),
            Field("trace", .object(Operation.self)),
            Field("query", .object(Operation.self), versions: .since3_2),
            Field("additionalOperations", .map(.object(Operation.self)), versions: .since3_2),
            Field("servers", .list(.object(Server.self))),
            Field("parameters", .list(.reference(Parameter.self))),
        ])

    /// The GET operation.
    public var get: Operation? {
        get { self[object: "get"] }
        set { self[object: "get"] = newValue }
    }

    /// The PUT operation.
    public var put: Operation? {
        get { self[object: "put"] }
        set { self[object: "put"] = newValue }
    }

    /// The POST operation.
    public var post: Operation? {
        get { self[object: "post"] }
        set { self[object: "post"] = newValue }
    }

    /// The DELETE operation.
    public var delete: Operation? {
        get { self[object: "delete"] }
        set { self[object: "delete"] = newValue }
    }

    /// The OPTIONS operation.
    public var options: Operation? {
        get { self[object: "options"] }
        set { self[object: "options"] = newValue }
    }

    /// The HEAD operation.
    public var head: Operation? {
        get { self[object: "head"] }
        set { self[object: "head"] = newValue }
    }

    /// The PATCH operation.
    public var patch: Operation? {
        get { self[object: "patch"] }
        set { self[object: "patch"] = newValue }
    }

    /// The TRACE operation.
    public var trace: Operation? {
        get { self[object: "trace"] }
        set { self[object: "trace"] = newValue }
    }

    /// The QUERY operation (since 3.2).
    public var query: Operation? {
        get { self[object: "query"] }
        set { self[object: "query"] = newValue }
    }

    /// The operations of other methods, keyed by method (since 3.2).
    public var additionalOperations: ObjectMap<Operation> {
        get { self[map: "additionalOperations"] }
        set { self[map: "additionalOperations"] = newValue }
    }

    /// The servers of the operations, which override those of the document.
    public var servers: [Server] {
        get { self[list: "servers"] }
        set { self[list: "servers"] = newValue }
    }

    /// The parameters of all operations of the path.
    public var parameters: [Parameter] {
        get { self[list: "parameters"] }
        set { self[list: "parameters"] = newValue }
    }

    /// The fields with operations, which are named after the lowercase methods.
    public static let methodFields = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    /// An operation and its method.
    public struct MethodOperation: Hashable, Sendable {
        /// The method in uppercase, or as it appears in `additionalOperations`.
        public var method: String
        /// The keys from the path item to the operation.
        public var keys: [String]
        /// The position of the last key.
        public var position: Position
        /// The operation.
        public var operation: Operation
    }

    /// The operations in the order of the document, including those of `additionalOperations`.
    public var operations: [MethodOperation] {
        (node.mapping ?? Mapping()).entries.flatMap { entry -> [MethodOperation] in
            if Self.methodFields.contains(entry.key) {
                return [
                    MethodOperation(
                        method: entry.key.uppercased(), keys: [entry.key], position: entry.keyPosition,
                        operation: Operation(entry.value))
                ]
            }
            guard entry.key == "additionalOperations" else { return [] }
            return (entry.value.mapping ?? Mapping()).entries.map {
                MethodOperation(
                    method: $0.key, keys: [entry.key, $0.key], position: $0.keyPosition, operation: Operation($0.value))
            }
        }
    }
}
