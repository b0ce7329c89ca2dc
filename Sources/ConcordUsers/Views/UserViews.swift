public import Concord

/// The views to sign in and out, and to manage the account of the user: list `UserViews.self` in the `views` of an API.
///
/// An app that needs only some of them, or other paths, lists them in a group of its own:
///
///     @Include("/session")
///     enum SessionViews {
///         static let views: [any View.Type] = [LoginView.self, LogoutView.self]
///     }
@Include("/auth", .tags("auth"))
public enum UserViews {
    /// All views of users.
    public static let views: [any View.Type] = [
        LoginView.self, LogoutView.self, TokenView.self, CurrentUserView.self, PasswordChangeView.self,
        PasswordResetView.self, PasswordResetConfirmView.self, EmailVerificationView.self,
        EmailVerificationConfirmView.self,
    ]
}
