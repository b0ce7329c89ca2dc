/// Someone, or something, whose credentials a security scheme verified.
public protocol AuthenticatedUser: Sendable {
    /// A text that no other user has.
    var identifier: String { get }

    /// Whether the user may do everything that ``IsAdminUser`` guards.
    var isAdministrator: Bool { get }

    /// The scopes that the user's credential grants, for requirements such as `PetstoreAuth("read:pets")`.
    var scopes: Set<String> { get }
}

extension AuthenticatedUser {
    /// False: a user is an administrator only if the type says so.
    public var isAdministrator: Bool { false }

    /// None: a credential grants a scope only if the type says so.
    public var scopes: Set<String> { [] }
}

extension AuthenticatedUser where Self: Identifiable {
    /// The description of `id`.
    public var identifier: String { String(describing: id) }
}
