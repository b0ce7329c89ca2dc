public import Concord

/// The views for signing in and out, and for managing the user's account. Add `UserViews.self` to the `views` of an
/// API.
///
/// An app that needs only some of them, or other paths, lists them in its own group:
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
