import ConcordNames

/// Allows what one of several permissions allows: `AnyOf(IsOwner(), IsAdminUser())`.
public struct AnyOf: ReadyPermission {
    private let permissions: [any Permission]

    /// Asks these, one after the other.
    public init(_ permissions: any Permission...) { self.permissions = permissions }

    /// Whether one of the permissions allows the request.
    public func allows(_ request: APIRequest) async throws -> Bool {
        for permission in permissions where try await permission.allows(request) { return true }
        return false
    }

    /// The same with each permission's inputs.
    public func bound(to inputs: inout _Core.Inputs) async throws -> AnyOf? {
        try await permissions.bound(to: &inputs).map { AnyOf(permissions: $0) }
    }

    func anonymousAccess(_ method: String) -> AnonymousAccess { .any(of: permissions.anonymousAccess(method)) }

    private init(permissions: [any Permission]) { self.permissions = permissions }
}

/// Allows what all of several permissions allow: `AllOf(IsAuthenticated(), IsLocal())`.
public struct AllOf: ReadyPermission {
    private let permissions: [any Permission]

    /// Asks these, one after the other.
    public init(_ permissions: any Permission...) { self.permissions = permissions }

    /// Whether all of the permissions allow the request.
    public func allows(_ request: APIRequest) async throws -> Bool {
        for permission in permissions where try await !permission.allows(request) { return false }
        return true
    }

    /// The same with each permission's inputs.
    public func bound(to inputs: inout _Core.Inputs) async throws -> AllOf? {
        try await permissions.bound(to: &inputs).map { AllOf(permissions: $0) }
    }

    func anonymousAccess(_ method: String) -> AnonymousAccess { .all(of: permissions.anonymousAccess(method)) }

    private init(permissions: [any Permission]) { self.permissions = permissions }
}

/// Allows what another permission doesn't: `Not(IsSuspended())`.
public struct Not: ReadyPermission {
    private let permission: any Permission

    /// Asks this one.
    public init(_ permission: any Permission) { self.permission = permission }

    /// Whether the other permission doesn't allow the request.
    public func allows(_ request: APIRequest) async throws -> Bool { try await !permission.allows(request) }

    /// The same with the permission's inputs.
    public func bound(to inputs: inout _Core.Inputs) async throws -> Not? {
        try await permission.bound(to: &inputs).map { Not($0) }
    }

    func anonymousAccess(_ method: String) -> AnonymousAccess {
        AnonymousAccess.all(of: [permission].anonymousAccess(method)).negated
    }
}

extension [any Permission] {
    /// Each permission with its inputs; nil where those of one are not as declared.
    func bound(to inputs: inout _Core.Inputs) async throws -> [any Permission]? {
        var bound: [any Permission] = []
        for permission in self {
            if let permission = try await permission.bound(to: &inputs) { bound.append(permission) }
        }
        return bound.count == count ? bound : nil
    }
}
