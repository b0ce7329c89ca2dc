public import Concord
public import Foundation

/// Issues tokens for programs.
@View("/token")
public struct TokenView {
    /// Issue a token.
    ///
    /// The token authenticates requests of the user: `Authorization: Bearer TOKEN`.
    @POST("createToken", .status(201), .authentication())
    public func post(@Body credentials: Credentials, _ request: APIRequest) async throws -> IssuedToken {
        switch try await User.authenticate(credentials.username, credentials.password, for: request) {
        case .signedIn(let user):
            let lifetime = AppEnvironment.current.users.tokens.lifetime
            let (token, key) = try await Token.create(for: user, lifetime: lifetime)
            return IssuedToken(token: key, expires: token.expires)
        case .refused:
            throw Concord.Problem(401, "The username or password is incorrect.", headers: [.wwwAuthenticate: "Bearer"])
        case .throttled:
            throw Concord.Problem(
                429, "Too many attempts to sign in. Try again later.", headers: SignInLimits.retryHeaders)
        }
    }

    /// Revoke the token of the request.
    @DELETE("revokeToken", .status(204), .authentication(BearerAuthentication()))
    public func delete(@CurrentUser token: Token) async throws { try await token.revoke() }
}

/// A new token.
@Serializer
public struct IssuedToken {
    /// The token, which can't be retrieved again.
    public var token: String
    /// The time at which the token expires. Without this property, it doesn't expire.
    public var expires: Date?
}
