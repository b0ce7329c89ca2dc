/// A user with an identifier, an administrator flag, and scopes, but no other properties.
///
/// Use it in apps that need no user type of their own: `UserIdentity("service-a", scopes: ["read:pets"])`.
public struct UserIdentity: AuthenticatedUser, Hashable {
    /// A string that identifies the user uniquely.
    public var identifier: String
    /// Whether ``IsAdminUser`` admits the user.
    public var isAdministrator: Bool
    /// The scopes that the user's credential grants.
    public var scopes: Set<String>

    /// Creates a user.
    public init(_ identifier: String, isAdministrator: Bool = false, scopes: Set<String> = []) {
        self.identifier = identifier
        self.isAdministrator = isAdministrator
        self.scopes = scopes
    }
}
