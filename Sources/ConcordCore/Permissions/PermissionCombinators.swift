import ConcordNames

/// Allows a request that at least one of several permissions allows: `AnyOf(IsOwner(), IsAdminUser())`.
public struct AnyOf: ReadyPermission {
    private let permissions: [any Permission]

    /// Creates a permission that evaluates the given permissions in order.
    public init(_ permissions: any Permission...) { self.permissions = permissions }

    /// Returns whether one of the permissions allows the request.
    public func allows(_ request: APIRequest) async throws -> Bool {
        for permission in permissions where try await permission.allows(request) { return true }
        return false
    }

    /// Returns the permission with the inputs of a request.
    public func bound(to inputs: inout _Core.Inputs) async throws -> AnyOf? {
        try await permissions.bound(to: &inputs).map { AnyOf(permissions: $0) }
    }

    package func anonymousAccess(_ method: String) -> AnonymousAccess { .any(of: permissions.anonymousAccess(method)) }

    private init(permissions: [any Permission]) { self.permissions = permissions }
}

/// Allows a request that all of several permissions allow: `AllOf(IsAuthenticated(), IsLocal())`.
public struct AllOf: ReadyPermission {
    private let permissions: [any Permission]

    /// Creates a permission that evaluates the given permissions in order.
    public init(_ permissions: any Permission...) { self.permissions = permissions }

    /// Returns whether all of the permissions allow the request.
    public func allows(_ request: APIRequest) async throws -> Bool {
        for permission in permissions where try await !permission.allows(request) { return false }
        return true
    }

    /// Returns the permission with the inputs of a request.
    public func bound(to inputs: inout _Core.Inputs) async throws -> AllOf? {
        try await permissions.bound(to: &inputs).map { AllOf(permissions: $0) }
    }

    package func anonymousAccess(_ method: String) -> AnonymousAccess { .all(of: permissions.anonymousAccess(method)) }

    private init(permissions: [any Permission]) { self.permissions = permissions }
}

/// Allows a request that another permission doesn't allow: `Not(IsSuspended())`.
public struct Not: ReadyPermission {
    private let permission: any Permission

    /// Creates the negation of a permission.
    public init(_ permission: any Permission) { self.permission = permission }

    /// Returns whether the other permission doesn't allow the request.
    public func allows(_ request: APIRequest) async throws -> Bool { try await !permission.allows(request) }

    /// Returns the permission with the inputs of a request.
    public func bound(to inputs: inout _Core.Inputs) async throws -> Not? {
        try await permission.bound(to: &inputs).map { Not($0) }
    }

    package func anonymousAccess(_ method: String) -> AnonymousAccess {
        AnonymousAccess.all(of: [permission].anonymousAccess(method)).negated
    }
}

extension [any Permission] {
    /// Returns the permissions with their inputs, or `nil` if the inputs of at least one are not valid.
    func bound(to inputs: inout _Core.Inputs) async throws -> [any Permission]? {
        var bound: [any Permission] = []
        for permission in self {
            if let permission = try await permission.bound(to: &inputs) { bound.append(permission) }
        }
        return bound.count == count ? bound : nil
    }
}
