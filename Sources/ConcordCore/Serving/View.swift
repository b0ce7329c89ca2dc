/// The operations of one path: what `@View` makes of a struct.
public protocol View: Sendable {
    /// The path and its operations.
    static var route: Route { get }
}

/// A path and its operations.
public struct Route: Sendable {
    /// The path as the document has it: `/pets/{id}`.
    public let path: String
    /// The operations, in the order declared.
    public let operations: [ViewOperation]

    /// States the path and its operations.
    public init(_ path: String, _ operations: [ViewOperation]) {
        self.path = path
        self.operations = operations
    }

    /// A webhook, which is no path that could be requested.
    public static func webhook(_ name: String) -> Route { Route("", []) }
}

/// An operation that can be called.
public struct ViewOperation: Sendable {
    /// `GET`, in upper case.
    public let method: String
    /// The document's `operationId`; nil where there is none.
    public let operationID: String?
    /// Answers a request; throws what the operation throws.
    public let respond: @Sendable (HTTPRequest) async throws -> HTTPResponse

    /// States the method and what answers a request.
    public init(
        _ method: String,
        _ operationID: String?,
        _ respond: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse
    ) {
        self.method = method
        self.operationID = operationID
        self.respond = respond
    }
}
