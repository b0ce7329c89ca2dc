/// The operations of one path, or of several: what `@View` makes of a struct.
public protocol View: Sendable {
    /// The paths and their operations, in the order declared.
    static var routes: [Route] { get }
}

// What a view may state as `static let`; what it states itself is taken in place of these.
extension View {
    /// No permissions: every request is served.
    public static var permissions: [any Permission] { [] }

    /// How a request proves who sends it: as the API states.
    public static var authentication: [any Authentication]? { nil }

    /// No throttles: requests may come as often as they like.
    public static var throttles: [any Throttle] { [] }
}

/// A path and its operations.
public struct Route: Sendable {
    /// The path as the document has it: `/pets/{id}`.
    public var path: String
    /// The operations, in the order declared.
    public var operations: [ViewOperation]
    /// What has to allow each request.
    public var permissions: [any Permission]
    /// How a request proves who sends it; nil for the API's ways.
    public var authentication: [any Authentication]?
    /// What bounds how often the operations are called.
    public var throttles: [any Throttle]
    /// The view that needs a database to serve this; nil where the operations are functions of the app.
    public var genericView: (any View.Type)?

    /// States the path and its operations, and who may call them.
    public init(
        _ path: String,
        _ operations: [ViewOperation],
        permissions: [any Permission] = [],
        authentication: [any Authentication]? = nil,
        throttles: [any Throttle] = [],
        genericView: (any View.Type)? = nil
    ) {
        self.path = path
        self.operations = operations
        self.permissions = permissions
        self.authentication = authentication
        self.throttles = throttles
        self.genericView = genericView
    }

    /// The paths of several views, each behind a prefix: what `@Include` makes of a type.
    public static func including(
        _ views: [any View.Type],
        at prefix: String,
        authentication: [any Authentication]? = nil
    ) -> [Route] {
        views.flatMap({ $0.routes }).map { route in
            var route = route
            route.path = prefix + route.path
            route.authentication = route.authentication ?? authentication
            return route
        }
    }
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
