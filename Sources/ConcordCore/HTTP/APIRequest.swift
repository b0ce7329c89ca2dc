@_exported import HTTPTypes
import Logging
import ServiceContextModule

/// An HTTP request.
///
/// A parameter of an operation or a stored property of a view receives the request if it has this type. It needs no
/// property wrapper, and isn't part of the document:
///
///     @GET("getProfile")
///     func get(_ request: APIRequest) async throws -> Profile {
///         request.logger.info("Profile requested", metadata: ["address": "\(request.remoteAddress ?? "unknown")"])
///         …
///     }
public struct APIRequest: Sendable {
    /// The method.
    public var method: HTTPRequest.Method
    /// The path as the client sent it, percent-encoded.
    public var path: String
    /// The query, percent-encoded, or `nil` if the target has no question mark.
    public var query: String?
    /// The header fields.
    public var headers: HTTPFields
    /// The content, which may not have arrived completely.
    public var body: Body
    /// A value that identifies the request in logs and in responses with server errors.
    public var id: String
    /// The address of the client, or `nil` if the server doesn't know it.
    ///
    /// Behind proxies, this is the address of the nearest one, unless the app sets their number in `proxyCount`.
    public var remoteAddress: String?
    /// A logger that adds the identifier, the method, and the route of the request to its messages.
    public var logger: Logger {
        get {
            // Most requests log nothing, so only those that do need the metadata.
            var logger = plainLogger
            logger[metadataKey: "hb.request.id"] = .string(id)
            if let route {
                logger[metadataKey: "http.request.method"] = .string(method.rawValue)
                logger[metadataKey: "http.route"] = .string(route)
            }
            return logger
        }
        set { plainLogger = newValue }
    }
    private var plainLogger: Logger
    /// The path template of the operation, when it is known.
    var route: String?
    /// The tracing context of the request.
    public var serviceContext: ServiceContext
    /// The users that the request's credentials authenticate, in the order of the schemes of the satisfied requirement.
    public internal(set) var users: [any AuthenticatedUser] = []
    /// The limits of the app.
    package var limits = Limits()
    /// The folder of temporary files.
    package var temporaryFolder = AppConfiguration.systemTemporaryFolder
    /// Whether every credential is valid for security schemes that are not implemented.
    var acceptsAnyCredential = false
    /// The path at which the API is mounted in a server of the app, or an empty string if it isn't mounted.
    package var mountPath = ""
    /// The values of the path parameters, percent-encoded.
    var pathValues: [String: Substring] = [:]
    /// The names of the path parameters, in the order of the template.
    package var pathNames: [String] = []

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - target: A path and, after a question mark, a query, as on a request line: `/pets?limit=3`.
    ///   - headers: The header fields.
    ///   - body: The content.
    ///   - id: A value that identifies the request.
    ///   - remoteAddress: The client's address, if it is known.
    ///   - logger: A logger for messages about this request.
    ///   - serviceContext: The tracing context.
    public init(
        _ method: HTTPRequest.Method,
        _ target: String,
        headers: HTTPFields = HTTPFields(),
        body: Body = Body([]),
        id: String = _Core.RequestIdentifier.make(),
        remoteAddress: String? = nil,
        logger: Logger = Logger(label: "concord"),
        serviceContext: ServiceContext = .topLevel
    ) {
        self.method = method
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts[0])
        query = parts.count > 1 ? String(parts[1]) : nil
        self.headers = headers
        self.body = body
        self.id = id
        self.remoteAddress = remoteAddress
        plainLogger = logger
        self.serviceContext = serviceContext
    }
}

extension APIRequest {
    /// The request that the current task handles.
    @TaskLocal static var current: APIRequest?

    /// The user that the request's credentials authenticate, or `nil` for an anonymous request.
    public var user: (any AuthenticatedUser)? { users.first }

    /// Returns the authenticated user of a type, or a part of it, such as the session of a signed-in user. Returns
    /// `nil` if no user has the type.
    public func user<User>(as type: User.Type) -> User? {
        for user in users {
            if let user = user as? User { return user }
            if let part = (user as? any CompositeUser)?.parts.lazy.compactMap({ $0 as? User }).first { return part }
        }
        return nil
    }

    /// Returns the decoded value of a path parameter, or `nil` if the path's template has no such parameter.
    public func pathParameter(_ name: String) -> String? {
        pathValues[name].map { PercentEncoding.decode($0) ?? String($0) }
    }

    /// Returns the value of a cookie, or `nil` if the request doesn't have it.
    public func cookie(_ name: String) -> String? {
        cookies.first { $0.name == name }.map { String($0.value) }
    }

    /// The cookies of all `Cookie` header fields, in order (RFC 6265, section 4.2.1).
    var cookies: [(name: Substring, value: Substring)] {
        // By bytes: a combining mark after a separator would form a character with it.
        (headers[.cookie] ?? "").utf8.split(separator: UInt8(ascii: ";")).compactMap { pair in
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let name = pair[..<equals].drop { $0 == UInt8(ascii: " ") }
            return (Substring(name), Substring(pair[pair.index(after: equals)...]))
        }
    }
}
