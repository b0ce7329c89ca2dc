public import Concord

/// Sends mail that verifies the own address.
@View("/email-verification")
public struct EmailVerificationView {
    /// A session or a token.
    public static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]
    /// Limits the amount of mail that a client can send.
    public static let throttles: [any Throttle] = [RateThrottle("60/hour")]

    @CurrentUser var user: User

    /// Ask for mail to verify the own address.
    @POST("requestEmailVerification", .status(202))
    public func post(_ request: APIRequest) async throws {
        if user.email.isEmpty { throw Concord.Problem(400, "The account has no email address.") }
        try await OneTimeToken.mailEmailVerification(to: user)
    }
}

/// Verifies an address with the key of a mail.
@View("/email-verification/confirm")
public struct EmailVerificationConfirmView {
    /// The key is enough.
    public static let authentication: [any Authentication] = []

    /// Verify an address with the key of a mail.
    ///
    /// The key works once.
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

/// The key of a mail.
@Serializer
public struct EmailVerification {
    /// The key.
    @Field(.maxLength(200), .writeOnly) public var key: String
}
