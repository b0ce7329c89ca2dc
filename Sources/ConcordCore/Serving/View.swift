/// A view: the operations of one or more paths. `@View` adds the conformance to a struct.
public protocol View: Sendable {
    /// The paths and their operations, in order of declaration.
    static var routes: [_Core.Route] { get }
}

extension _Core {
    /// A path and its operations.
    public struct Route: Sendable {
        /// The path in the document: `/pets/{id}`.
        public var path: String
        /// The operations, in order of declaration.
        public var operations: [ViewOperation]
        /// The access settings of the operations.
        public var access: AccessSettings
        /// The generic view that requires a database, or `nil` if the app implements the operations itself.
        public var genericView: (any View.Type)?

        /// Creates a route.
        ///
        /// - Parameters:
        ///   - path: The path in the document.
        ///   - operations: The operations, in order of declaration.
        ///   - access: The access settings of the operations.
        ///   - genericView: The view, if it requires a database.
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

        /// Returns the routes of several views with a path prefix. The expansion of `@Include` calls it.
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
    /// An operation, which the run time calls.
    public struct ViewOperation: Sendable {
        /// The method, in uppercase.
        public let method: String
        /// The `operationId` in the document, or `nil` if it has none.
        public let operationID: String?
        /// The security requirements of the operation, or `nil` if it has those of its view.
        let authentication: [any Authentication]?
        let currentUser: CurrentUserNeed
        /// Responds to a request, or throws the error of the operation.
        public let respond: @Sendable (APIRequest) async throws -> APIResponse

        /// Creates an operation.
        ///
        /// - Parameters:
        ///   - method: The method, in uppercase.
        ///   - operationID: The `operationId` in the document.
        ///   - authentication: The security requirements of the operation, or `nil` if it has those of its view.
        ///   - currentUser: Whether the operation has a `@CurrentUser`.
        ///   - respond: A closure that responds to a request.
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
