/// The operations of one path, or of several: what `@View` makes of a struct.
public protocol View: Sendable {
    /// The paths and their operations, in the order declared.
    static var routes: [_Core.Route] { get }
}

extension _Core {
    /// A path and its operations.
    public struct Route: Sendable {
        /// The path as the document has it: `/pets/{id}`.
        public var path: String
        /// The operations, in the order declared.
        public var operations: [ViewOperation]
        /// Who may call the operations, and how often.
        public var access: AccessSettings
        /// The view that needs a database to serve this; nil where the operations are functions of the app.
        public var genericView: (any View.Type)?

        /// Creates a route.
        ///
        /// - Parameters:
        ///   - path: The path as the document has it.
        ///   - operations: The operations, in the order declared.
        ///   - access: Who may call the operations, and how often.
        ///   - genericView: The view, if its objects come from a database.
        public init(
            _ path: String,
            _ operations: [ViewOperation],
            access: AccessSettings,
            genericView: (any View.Type)? = nil
        ) {
            self.path = path
            self.operations = operations
            self.access = access
            self.genericView = genericView
        }

        /// Returns the routes of several views, each behind a prefix: what `@Include` makes of a type.
        public static func including(
            _ views: [any View.Type],
            at prefix: String,
            authentication: [any Authentication]?
        ) -> [Route] {
            views.flatMap({ $0.routes }).map { route in
                var route = route
                route.path = prefix + route.path
                route.access.authentication = route.access.authentication ?? authentication
                return route
            }
        }
    }
}

extension _Core {
    /// An operation that can be called.
    public struct ViewOperation: Sendable {
        /// The method, in upper case.
        public let method: String
        /// The document's `operationId`; `nil` if it has none.
        public let operationID: String?
        /// The operation's own security requirements; `nil` for those of its view.
        let authentication: [any Authentication]?
        let currentUser: CurrentUserNeed
        /// Answers a request; throws what the operation throws.
        public let respond: @Sendable (APIRequest) async throws -> APIResponse

        /// Creates an operation.
        ///
        /// - Parameters:
        ///   - method: The method, in upper case.
        ///   - operationID: The document's `operationId`.
        ///   - authentication: The operation's own security requirements; `nil` for those of its view.
        ///   - currentUser: Whether the operation takes a `@CurrentUser`.
        ///   - respond: Answers a request.
        public init(
            _ method: String,
            _ operationID: String?,
            authentication: [any Authentication]? = nil,
            currentUser: CurrentUserNeed = .none,
            _ respond: @escaping @Sendable (APIRequest) async throws -> APIResponse
        ) {
            self.method = method
            self.operationID = operationID
            self.authentication = authentication
            self.currentUser = currentUser
            self.respond = respond
        }
    }
}
