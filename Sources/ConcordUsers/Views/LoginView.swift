public import Concord

/// Signs in a user with a browser.
@View("/login")
public struct LoginView {
    /// Requires no authentication.
    public static let authentication: [any Authentication] = []

    /// Sign in.
    ///
    /// The response sets the cookie of a new session. The current session of the request, if any, ends.
    @POST("login")
    public func post(@Body credentials: Credentials, _ request: APIRequest) async throws -> SessionStart {
        guard request.isFromOwnOrigin else {
            throw Concord.Problem(403, "Pages of other origins can't send this request.")
        }
        switch try await User.authenticate(credentials.username, credentials.password, for: request) {
        case .signedIn(let user):
            let started = try await Session.start(for: user, request)
            return SessionStart(cookie: started.cookie, account: Account(user, csrfToken: started.csrfToken))
        case .refused:
            throw Concord.Problem(401, "The username or password is incorrect.", headers: SessionCookie.challenge)
        case .throttled:
            throw Concord.Problem(
                429, "Too many attempts to sign in. Try again later.", headers: SignInLimits.retryHeaders)
        }
    }

    /// The user is signed in.
    @Response
    public struct SessionStart {
        /// The cookie with the key of the session.
        @Header("Set-Cookie") public var cookie: String
        /// The user.
        @Body public var account: Account
    }
}
