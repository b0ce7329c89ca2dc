public import Concord

/// Sends an email to a user who has forgotten the password.
@View("/password-reset")
public struct PasswordResetView {
    /// Requires no authentication.
    public static let authentication: [any Authentication] = []
    /// Limits the number of emails that a client can send to other people.
    public static let throttles: [any Throttle] = [RateThrottle("60/hour")]

    /// Request an email to reset a password.
    ///
    /// The response is the same whether or not a user has the address.
    @POST("requestPasswordReset", .status(202))
    public func post(@Body reset: PasswordReset, _ request: APIRequest) async throws {
        // The response doesn't wait for the mail, so it takes as long if nobody has the address.
        Task { await OneTimeToken.mailPasswordReset(to: reset.email, request.logger) }
    }
}

/// Sets a new password with the key from an email.
@View("/password-reset/confirm")
public struct PasswordResetConfirmView {
    /// Requires only the key.
    public static let authentication: [any Authentication] = []

    /// Set a new password with the key from an email.
    ///
    /// The key can be used once. All sessions of the user end.
    @POST("confirmPasswordReset", .status(204))
    public func post(@Body confirmation: PasswordResetConfirmation) async throws {
        guard let user = try await OneTimeToken.user(ofKey: confirmation.key, for: .passwordReset) else {
            throw Concord.Problem(
                400, "The request is not valid.", errors: [.body("/key", "is not valid or has expired")])
        }
        try user.checkNewPassword(confirmation.newPassword)
        guard try await OneTimeToken.use(confirmation.key, for: .passwordReset) else {
            throw Concord.Problem(
                400, "The request is not valid.", errors: [.body("/key", "is not valid or has expired")])
        }
        try await user.setPassword(confirmation.newPassword)
        try await user.noteVerifiedEmail()
    }
}

/// The email address of a user who has forgotten the password.
@Serializer
public struct PasswordReset {
    /// The email address.
    @Field(.minLength(3), .maxLength(254)) public var email: String
}

/// The key from an email, and a new password.
@Serializer
public struct PasswordResetConfirmation {
    /// The key.
    @Field(.maxLength(200), .writeOnly) public var key: String
    /// The new password.
    @Field(.minLength(1), .maxLength(1024), .writeOnly, .format(.password)) public var newPassword: String
}
