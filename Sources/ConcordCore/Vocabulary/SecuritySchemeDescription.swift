/// The kind of a security scheme, as an argument of `@SecurityScheme`.
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

    /// OpenID Connect with a discovery URL.
    public static func openIdConnect(_ url: String) -> SecuritySchemeDescription { SecuritySchemeDescription() }

    /// A client certificate.
    public static let mutualTLS = SecuritySchemeDescription()
}

/// A flow of OAuth 2. Scopes are written as `["read:pets": "read pets"]`.
public struct OAuthFlow: Sendable {
    private init() {}

    /// The implicit flow.
    public static func implicit(
        authorizationURL: String? = nil,
        refreshURL: String? = nil,
        scopes: KeyValuePairs<String, String> = [:],
        openAPI: String? = nil
    ) -> OAuthFlow { OAuthFlow() }

    /// The authorization code flow.
    public static func authorizationCode(
        authorizationURL: String? = nil,
        tokenURL: String? = nil,
        refreshURL: String? = nil,
        scopes: KeyValuePairs<String, String> = [:],
        openAPI: String? = nil
    ) -> OAuthFlow { OAuthFlow() }

    /// The client credentials flow.
    public static func clientCredentials(
        tokenURL: String? = nil,
        refreshURL: String? = nil,
        scopes: KeyValuePairs<String, String> = [:],
        openAPI: String? = nil
    ) -> OAuthFlow { OAuthFlow() }

    /// The resource owner password flow.
    public static func password(
        tokenURL: String? = nil,
        refreshURL: String? = nil,
        scopes: KeyValuePairs<String, String> = [:],
        openAPI: String? = nil
    ) -> OAuthFlow { OAuthFlow() }

    /// The device authorization flow.
    public static func deviceAuthorization(
        deviceAuthorizationURL: String? = nil,
        tokenURL: String? = nil,
        refreshURL: String? = nil,
        scopes: KeyValuePairs<String, String> = [:],
        openAPI: String? = nil
    ) -> OAuthFlow { OAuthFlow() }
}
