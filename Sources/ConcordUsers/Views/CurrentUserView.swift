public import Concord

/// The account of the authenticated user.
@View("/user")
public struct CurrentUserView {
    /// Requires a session or a token.
    public static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]

    @CurrentUser var signedIn: SignedInUser

    /// Retrieve the account of the user.
    @GET("getCurrentUser")
    public func get() async throws -> Account { Account(signedIn.user, csrfToken: signedIn.csrfToken) }

    /// Change the account of the user.
    @PATCH("updateCurrentUser")
    public func patch(@Body change: AccountChange) async throws -> Account {
        var user = signedIn.user
        if let email = change.email, email != user.email {
            user.email = email
            user.isEmailVerified = false
        }
        user.firstName = change.firstName ?? user.firstName
        user.lastName = change.lastName ?? user.lastName
        try await user.save()
        return Account(user, csrfToken: signedIn.csrfToken)
    }
}
