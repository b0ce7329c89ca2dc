/// Allows every request.
public struct AllowAny: Permission {
    /// Allows every request.
    public init() {}

    /// True.
    public func allows(_ request: HTTPRequest) -> Bool { true }
}

/// Allows the requests of users that are signed in.
public struct IsAuthenticated: Permission {
    /// Demands that the user is signed in.
    public init() {}

    /// Whether the request has a user.
    public func allows(_ request: HTTPRequest) -> Bool { request.user != nil }
}

/// Allows the requests of administrators.
public struct IsAdminUser: Permission {
    /// Demands that the user is an administrator.
    public init() {}

    /// Whether the request's user is an administrator.
    public func allows(_ request: HTTPRequest) -> Bool { request.user?.isAdministrator == true }
}

/// Allows everybody to read, and users that are signed in to write.
public struct IsAuthenticatedOrReadOnly: Permission {
    /// Demands that the user is signed in where something changes.
    public init() {}

    /// Whether the request has a user, or changes nothing.
    public func allows(_ request: HTTPRequest) -> Bool { request.isSafe || request.user != nil }
}

extension HTTPRequest {
    /// Whether the method is one that changes nothing: RFC 9110 section 9.2.1, and `QUERY`.
    public var isSafe: Bool { ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY"].contains(method) }
}
