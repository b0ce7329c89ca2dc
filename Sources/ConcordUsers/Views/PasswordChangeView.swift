public import Concord

/// Changes the password of the user.
@View("/password")
public struct PasswordChangeView {
    /// Requires a session or a token.
    public static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]

    @CurrentUser var signedIn: SignedInUser

    /// Change the password of the user.
    ///
    /// All other sessions of the user end.
    @POST("changePassword", .status(204))
    public func post(@Body change: PasswordChange, _ request: APIRequest) async throws -> PasswordChanged {
        switch try await User.authenticate(signedIn.user.username, change.currentPassword, for: request) {
        case .signedIn(let user):
            try user.checkNewPassword(change.newPassword)
            try await user.setPassword(change.newPassword, keeping: signedIn.session)
            return PasswordChanged(cookie: try await signedIn.continuingCookie())
        case .refused:
            throw Concord.Problem(400, "The request is not valid.", errors: [.body("/currentPassword", "is wrong")])
        case .throttled:
            throw Concord.Problem(
                429, "Too many attempts to sign in. Try again later.", headers: SignInLimits.retryHeaders)
        }
    }

    /// The password was changed.
    @Response
    public struct PasswordChanged {
        /// The new key of the session, if it has changed.
        @Header("Set-Cookie") public var cookie: String?
    }
}

/// A change of the user's password.
@Serializer
public struct PasswordChange {
    /// The current password.
    @Field(.minLength(1), .maxLength(1024), .writeOnly, .format(.password)) public var currentPassword: String
    /// The new password.
    @Field(.minLength(1), .maxLength(1024), .writeOnly, .format(.password)) public var newPassword: String
}
