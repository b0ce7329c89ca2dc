/// A request as the run time sees it, whatever server received it.
public struct HTTPRequest: Sendable {
    /// `GET`, `POST`, in upper case.
    public var method: String
    /// The path as it was sent, percent-encoded.
    public var path: String
    /// What follows the question mark, percent-encoded; nil without one.
    public var query: String?
    /// The headers.
    public var headers: HTTPHeaders
    /// The body, which may still be on its way.
    public var body: HTTPRequestBody
    /// Who sends the request, where an authentication proved it.
    public var user: (any AuthenticatedUser)?
    /// The parts of the path that its template names, percent-encoded.
    var pathValues: [String: Substring] = [:]
    /// Their names, in the template's order.
    var pathNames: [String] = []

    /// A request for a path and a query, as they stand on a request line: `/pets?limit=3`.
    public init(
        _ method: String,
        _ target: String,
        headers: HTTPHeaders = HTTPHeaders(),
        body: HTTPRequestBody = HTTPRequestBody([])
    ) {
        self.method = method
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts[0])
        query = parts.count > 1 ? String(parts[1]) : nil
        self.headers = headers
        self.body = body
    }
}

/// The body of a request, which is collected when an operation asks for it.
public struct HTTPRequestBody: Sendable {
    /// The most bytes that are collected unless the server is told otherwise: 16 MiB.
    public static let defaultLimit = 16 * 1024 * 1024

    private let collect: @Sendable () async throws -> [UInt8]?

    /// A body that is already there.
    public init(_ bytes: [UInt8]) {
        collect = { bytes }
    }

    /// A body that is still on its way; the closure gives nil for one that is larger than the server allows.
    public init(collecting collect: @escaping @Sendable () async throws -> [UInt8]?) {
        self.collect = collect
    }

    /// All bytes; throws a failure of status 413 for a body that is larger than the server allows.
    public func bytes() async throws -> [UInt8] {
        if let bytes = try await collect() { return bytes }
        throw RequestFailure(413, "The body is larger than this server allows.")
    }
}
