/// A user or service whose credentials a security scheme has verified.
public protocol AuthenticatedUser: Sendable {
    /// A string that identifies the user uniquely.
    var identifier: String { get }

    /// Whether ``IsAdminUser`` admits the user.
    var isAdministrator: Bool { get }

    /// The scopes that the user's credential grants, for requirements such as `PetstoreAuth("read:pets")`.
    var scopes: Set<String> { get }
}

extension AuthenticatedUser {
    /// `false`, unless the type declares otherwise.
    public var isAdministrator: Bool { false }

    /// An empty set, unless the type declares otherwise.
    public var scopes: Set<String> { [] }
}

extension AuthenticatedUser where Self: Identifiable {
    /// The description of `id`.
    public var identifier: String { String(describing: id) }
}
