public import Concord

/// Sends mail to users who have forgotten their password.
@View("/password-reset")
public struct PasswordResetView {
    /// Anybody can ask for mail.
    public static let authentication: [any Authentication] = []
    /// Limits the amount of mail that a client can send to another person.
    public static let throttles: [any Throttle] = [RateThrottle("60/hour")]

    /// Ask for mail to choose a new password.
    ///
    /// The response is the same whether or not a user has the address.
    @POST("requestPasswordReset", .status(202))
    public func post(@Body reset: PasswordReset, _ request: APIRequest) async throws {
        // The response doesn't wait for the mail, so it takes as long if nobody has the address.
        Task { await OneTimeToken.mailPasswordReset(to: reset.email, request.logger) }
    }
}

/// Sets a new password with the key of a mail.
@View("/password-reset/confirm")
public struct PasswordResetConfirmView {
    /// The key is enough.
    public static let authentication: [any Authentication] = []

    /// Choose a new password with the key of a mail.
    ///
    /// The key works once. All sessions of the user end.
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

/// The address of a user who has forgotten the password.
@Serializer
public struct PasswordReset {
    /// The address.
    @Field(.minLength(3), .maxLength(254)) public var email: String
}

/// The key of a mail, and a new password.
@Serializer
public struct PasswordResetConfirmation {
    /// The key.
    @Field(.maxLength(200), .writeOnly) public var key: String
    /// The password that the user gets.
    @Field(.minLength(1), .maxLength(1024), .writeOnly, .format(.password)) public var newPassword: String
}
