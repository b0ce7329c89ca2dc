public import Concord

/// Only users with the permission of the model that the method requires: to view, add, change or delete objects.
public struct ModelPermissions: ReadyPermission {
    private let table: String

    /// Requires `view_station`, `add_station`, `change_station` and `delete_station` of the table of a model.
    public init(_ model: any Model.Type) { table = model.table }

    /// Whether the user has the permission that the method requires.
    public func allows(_ request: APIRequest) async throws -> Bool {
        guard let user = request.user(as: User.self) else { return false }
        return try await user.hasPermission("\(Self.action(request.method))_\(table)")
    }

    private static func action(_ method: HTTPRequest.Method) -> String {
        switch method {
        case .post: "add"
        case .put, .patch: "change"
        case .delete: "delete"
        default: "view"
        }
    }
}

/// Only users with the permission of the model that the method requires: to add, change or delete objects.
public struct ModelPermissionsOrReadOnly: ReadyPermission {
    private let permissions: ModelPermissions

    /// Requires the permissions of a model.
    public init(_ model: any Model.Type) { permissions = ModelPermissions(model) }

    /// Whether the request changes nothing, or the user has the permission that the method requires.
    public func allows(_ request: APIRequest) async throws -> Bool {
        if request.isSafe { return true }
        return try await permissions.allows(request)
    }
}

/// Only users with a permission of the app.
public struct HasPermission: ReadyPermission {
    private let permission: String

    /// Requires a permission.
    public init(_ permission: String) { self.permission = permission }

    /// Whether the user has the permission.
    public func allows(_ request: APIRequest) async throws -> Bool {
        try await request.user(as: User.self)?.hasPermission(permission) ?? false
    }
}

extension Users {
    /// The permissions of a model: `add_station`, `change_station`, `delete_station` and `view_station`.
    public static func permissions(of model: any Model.Type) -> [String] {
        ["add", "change", "delete", "view"].map { "\($0)_\(model.table)" }
    }
}
