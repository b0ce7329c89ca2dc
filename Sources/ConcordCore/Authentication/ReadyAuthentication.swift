// How each is described in the document, the generator knows by its name. Whose credentials they are, an app says with a type
// of its own: `@SecurityScheme(.http("bearer")) struct SignedIn { func user(of request: HTTPRequest) async throws -> … }`.

/// A token in the header: `Authorization: Bearer …` (RFC 6750).
public struct BearerAuthentication: SecurityScheme {
    /// Demands a token.
    public init() {}

    /// `Bearer`.
    public var challenge: String? { "Bearer" }
}

/// A name and a password in the header: `Authorization: Basic …` (RFC 7617).
public struct BasicAuthentication: SecurityScheme {
    /// Demands a name and a password.
    public init() {}

    /// `Basic`.
    public var challenge: String? { "Basic realm=\"api\"" }
}

/// A token in the header with a word of its own before it: `Authorization: Token …`.
public struct TokenAuthentication: SecurityScheme {
    /// Demands a token.
    public init() {}

    /// `Token`.
    public var challenge: String? { "Token" }
}

/// A cookie that stands for a session.
public struct SessionAuthentication: SecurityScheme {
    /// Demands a session.
    public init() {}
}
