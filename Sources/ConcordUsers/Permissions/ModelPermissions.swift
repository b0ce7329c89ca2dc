public import Concord

/// Admits users who have the permission of the model that the method requires: to view, add, change, or delete objects.
public struct ModelPermissions: ReadyPermission {
    private let table: String

    /// Creates a permission that requires `view_station`, `add_station`, `change_station` or `delete_station` for the
    /// table of a model.
    public init(_ model: any Model.Type) { table = model.table }

    /// Returns whether the user has the permission that the method requires.
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

/// Allows all users to read, and requires the permission of the model to add, change, or delete objects.
public struct ModelPermissionsOrReadOnly: ReadyPermission {
    private let permissions: ModelPermissions

    /// Creates a permission for a model.
    public init(_ model: any Model.Type) { permissions = ModelPermissions(model) }

    /// Returns whether the method is safe, or the user has the permission that the method requires.
    public func allows(_ request: APIRequest) async throws -> Bool {
        if request.isSafe { return true }
        return try await permissions.allows(request)
    }
}

/// Admits users who have a permission of the app.
public struct HasPermission: ReadyPermission {
    private let permission: String

    /// Creates a permission that requires a permission of the app.
    public init(_ permission: String) { self.permission = permission }

    /// Returns whether the user has the permission.
    public func allows(_ request: APIRequest) async throws -> Bool {
        try await request.user(as: User.self)?.hasPermission(permission) ?? false
    }
}

extension Users {
    /// Returns the permissions of a model: `add_station`, `change_station`, `delete_station` and `view_station`.
    public static func permissions(of model: any Model.Type) -> [String] {
        ["add", "change", "delete", "view"].map { "\($0)_\(model.table)" }
    }
}
