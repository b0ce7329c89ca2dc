import ConcordYAML

/// The operations at one path, with what they have in common (OAS 4.10).
public struct PathItem: SummarizedObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
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

    /// The operation of the method GET.
    public var get: Operation? {
        get { self[object: "get"] }
        set { self[object: "get"] = newValue }
    }

    /// The operation of the method PUT.
    public var put: Operation? {
        get { self[object: "put"] }
        set { self[object: "put"] = newValue }
    }

    /// The operation of the method POST.
    public var post: Operation? {
        get { self[object: "post"] }
        set { self[object: "post"] = newValue }
    }

    /// The operation of the method DELETE.
    public var delete: Operation? {
        get { self[object: "delete"] }
        set { self[object: "delete"] = newValue }
    }

    /// The operation of the method OPTIONS.
    public var options: Operation? {
        get { self[object: "options"] }
        set { self[object: "options"] = newValue }
    }

    /// The operation of the method HEAD.
    public var head: Operation? {
        get { self[object: "head"] }
        set { self[object: "head"] = newValue }
    }

    /// The operation of the method PATCH.
    public var patch: Operation? {
        get { self[object: "patch"] }
        set { self[object: "patch"] = newValue }
    }

    /// The operation of the method TRACE.
    public var trace: Operation? {
        get { self[object: "trace"] }
        set { self[object: "trace"] = newValue }
    }

    /// The operation of the method QUERY (since 3.2).
    public var query: Operation? {
        get { self[object: "query"] }
        set { self[object: "query"] = newValue }
    }

    /// The operations of other methods, by method (since 3.2).
    public var additionalOperations: ObjectMap<Operation> {
        get { self[map: "additionalOperations"] }
        set { self[map: "additionalOperations"] = newValue }
    }

    /// The servers of these operations instead of the document's.
    public var servers: [Server] {
        get { self[list: "servers"] }
        set { self[list: "servers"] = newValue }
    }

    /// The parameters of all operations here.
    public var parameters: [Parameter] {
        get { self[list: "parameters"] }
        set { self[list: "parameters"] = newValue }
    }

    /// The fields that hold an operation, each named as its method is in lower case.
    public static let methodFields = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

    /// An operation and the method that calls it.
    public struct MethodOperation: Hashable, Sendable {
        /// The method in capitals, or as `additionalOperations` writes it.
        public var method: String
        /// The keys that lead from the path item to the operation.
        public var keys: [String]
        /// Where the last of the keys stands.
        public var position: Position
        /// The operation.
        public var operation: Operation
    }

    /// The operations in the order of the document, those of `additionalOperations` at its place.
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
