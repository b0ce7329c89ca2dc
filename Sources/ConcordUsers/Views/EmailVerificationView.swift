public import Concord

/// Sends an email to verify the user's address.
@View("/email-verification")
public struct EmailVerificationView {
    /// Requires a session or a token.
    public static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]
    /// Limits the number of emails that a client can send.
    public static let throttles: [any Throttle] = [RateThrottle("60/hour")]

    @CurrentUser var user: User

    /// Request an email to verify the user's address.
    @POST("requestEmailVerification", .status(202))
    public func post(_ request: APIRequest) async throws {
        if user.email.isEmpty { throw Concord.Problem(400, "The account has no email address.") }
        try await OneTimeToken.mailEmailVerification(to: user)
    }
}

/// Verifies an address with the key from an email.
@View("/email-verification/confirm")
public struct EmailVerificationConfirmView {
    /// Requires only the key.
    public static let authentication: [any Authentication] = []

    /// Verify an address with the key from an email.
    ///
    /// The key can be used once.
    @POST("confirmEmailVerification", .status(204))
    public func post(@Body confirmation: EmailVerification) async throws {
        guard let user = try await OneTimeToken.user(ofKey: confirmation.key, for: .emailVerification),
            try await OneTimeToken.use(confirmation.key, for: .emailVerification)
        else {
            throw Concord.Problem(
                400, "The request is not valid.", errors: [.body("/key", "is not valid or has expired")])
        }
        try await user.noteVerifiedEmail()
    }
}

/// The key from an email.
@Serializer
public struct EmailVerification {
    /// The key.
    @Field(.maxLength(200), .writeOnly) public var key: String
}
