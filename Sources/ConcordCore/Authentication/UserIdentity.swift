/// A user of whom nothing but the identifier, and what it may do, is known.
///
/// It serves apps that need no type of their own: `UserIdentity("service-a", scopes: ["read:pets"])`.
public struct UserIdentity: AuthenticatedUser, Hashable {
    /// A text that no other user has.
    public var identifier: String
    /// Whether the user may do everything that ``IsAdminUser`` guards.
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
