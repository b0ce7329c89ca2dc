/// What a request has to prove: a value of a `@SecurityScheme` type, `All(…)` of several, or `Anonymous()`.
///
/// What a scheme's type adds to the declaration is who the user is:
///
///     @SecurityScheme(.http("bearer"))
///     struct SignedIn {
///         func user(of request: HTTPRequest) async throws -> (any AuthenticatedUser)? {
///             try await Sessions.shared.user(token: request.headers["Authorization"])
///         }
///     }
public protocol Authentication: Sendable {
    /// The user that a request proves to come from; nil where it proves nothing.
    func user(of request: HTTPRequest) async throws -> (any AuthenticatedUser)?

    /// What `WWW-Authenticate` of a response with status 401 says (RFC 9110 section 11.6.1); nil for no such header.
    var challenge: String? { get }
}

extension Authentication {
    /// Nobody, unless the type says otherwise.
    public func user(of request: HTTPRequest) async throws -> (any AuthenticatedUser)? { nil }

    /// No challenge, unless the type states one.
    public var challenge: String? { nil }
}

/// A way to sign in, which a request proves: what `@SecurityScheme` makes of a struct without properties.
public protocol SecurityScheme: Authentication {
    /// Demands the proof alone.
    init()
}

extension SecurityScheme {
    /// Demands the proof, for these scopes.
    public init(_ scopes: String...) { self.init() }
}

/// Several proofs at once: `All(APIKey(), Signed())`.
public struct All: Authentication {
    /// The proofs, each of which is needed.
    public let requirements: [any Authentication]

    /// Demands each of these.
    public init(_ requirements: any Authentication...) { self.requirements = requirements }

    /// The user of the first proof, if the request has each of them.
    public func user(of request: HTTPRequest) async throws -> (any AuthenticatedUser)? {
        var first: (any AuthenticatedUser)?
        for requirement in requirements {
            guard let user = try await requirement.user(of: request) else { return nil }
            first = first ?? user
        }
        return first
    }
}

/// No proof at all: an entry `{}` of `security`.
public struct Anonymous: Authentication {
    /// Demands nothing.
    public init() {}
}

/// How a scheme works: what `@SecurityScheme` says of a type.
public struct SecuritySchemeDescription: Sendable {
    private init() {}

    /// A key in a header.
    public static func apiKey(header name: String) -> SecuritySchemeDescription { SecuritySchemeDescription() }

    /// A key in the query.
    public static func apiKey(query name: String) -> SecuritySchemeDescription { SecuritySchemeDescription() }

    /// A key in a cookie.
    public static func apiKey(cookie name: String) -> SecuritySchemeDescription { SecuritySchemeDescription() }

    /// An HTTP authentication scheme: `basic`, `bearer`.
    public static func http(_ scheme: String, bearerFormat: String? = nil) -> SecuritySchemeDescription {
        SecuritySchemeDescription()
    }

    /// OAuth 2 with one flow or several.
    public static func oauth2(_ flows: OAuthFlow...) -> SecuritySchemeDescription {
        SecuritySchemeDescription()
    }

    /// OpenID Connect, discovered at a URL.
    public static func openIdConnect(_ url: String) -> SecuritySchemeDescription { SecuritySchemeDescription() }

    /// A client certificate.
    public static let mutualTLS = SecuritySchemeDescription()
}

/// A way to get a token of OAuth 2. Scopes are written as `["read:pets": "read pets"]`.
public struct OAuthFlow: Sendable {
    private init() {}

    /// The token comes with the redirect.
    public static func implicit(
        authorizationURL: String? = nil,
        refreshURL: String? = nil,
        scopes: KeyValuePairs<String, String> = [:],
        openAPI: String? = nil
    ) -> OAuthFlow { OAuthFlow() }

    /// The redirect carries a code, which buys the token.
    public static func authorizationCode(
        authorizationURL: String? = nil,
        tokenURL: String? = nil,
        refreshURL: String? = nil,
        scopes: KeyValuePairs<String, String> = [:],
        openAPI: String? = nil
    ) -> OAuthFlow { OAuthFlow() }

    /// The client asks in its own name.
    public static func clientCredentials(
        tokenURL: String? = nil,
        refreshURL: String? = nil,
        scopes: KeyValuePairs<String, String> = [:],
        openAPI: String? = nil
    ) -> OAuthFlow { OAuthFlow() }

    /// The client sends the user's password.
    public static func password(
        tokenURL: String? = nil,
        refreshURL: String? = nil,
        scopes: KeyValuePairs<String, String> = [:],
        openAPI: String? = nil
    ) -> OAuthFlow { OAuthFlow() }

    /// The user confirms on another device.
    public static func deviceAuthorization(
        deviceAuthorizationURL: String? = nil,
        tokenURL: String? = nil,
        refreshURL: String? = nil,
        scopes: KeyValuePairs<String, String> = [:],
        openAPI: String? = nil
    ) -> OAuthFlow { OAuthFlow() }
}
