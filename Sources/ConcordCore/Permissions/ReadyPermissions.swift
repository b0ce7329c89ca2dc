import ConcordNames

/// A permission whose answer to anonymous requests is known in advance.
package protocol ReadyPermission: Permission {
    /// Returns the answer to requests with a method and without a user.
    func anonymousAccess(_ method: String) -> AnonymousAccess
}

extension ReadyPermission {
    /// Returns the answer for the name of a permission's type, because the generator has no other information.
    package func anonymousAccess(_ method: String) -> AnonymousAccess {
        AnonymousAccess.ofReadyPermission(String(describing: Self.self), method: method) ?? .unknown
    }
}

extension [any Permission] {
    /// Returns each permission's answer to requests without a user.
    func anonymousAccess(_ method: String) -> [AnonymousAccess] {
        map { ($0 as? any ReadyPermission)?.anonymousAccess(method) ?? .unknown }
    }
}

/// Allows every request.
public struct AllowAny: ReadyPermission {
    /// Creates the permission.
    public init() {}

    /// Returns `true`.
    public func allows(_ request: APIRequest) -> Bool { true }
}

/// Allows the requests of authenticated users.
public struct IsAuthenticated: ReadyPermission {
    /// Creates the permission.
    public init() {}

    /// Returns whether the request has a user.
    public func allows(_ request: APIRequest) -> Bool { request.user != nil }
}

/// Allows the requests of administrators.
public struct IsAdminUser: ReadyPermission {
    /// Creates the permission.
    public init() {}

    /// Returns whether the request's user is an administrator.
    public func allows(_ request: APIRequest) -> Bool { request.user?.isAdministrator == true }
}

/// Allows all users to read, and authenticated users to write.
public struct IsAuthenticatedOrReadOnly: ReadyPermission {
    /// Creates the permission.
    public init() {}

    /// Returns whether the request has a user or a safe method.
    public func allows(_ request: APIRequest) -> Bool { request.isSafe || request.user != nil }
}

extension APIRequest {
    /// Whether the method is safe (RFC 9110, section 9.2.1). `QUERY` is also safe.
    public var isSafe: Bool { AnonymousAccess.isSafe(method.rawValue) }
}
