/// Who sends a request, once that is proven: what an `Authentication` finds and permissions ask for.
public protocol AuthenticatedUser: Sendable {
    /// What tells the user from all others.
    var identifier: String { get }

    /// Whether the user may do everything.
    var isAdministrator: Bool { get }
}

extension AuthenticatedUser {
    /// No user may do everything unless the type says so.
    public var isAdministrator: Bool { false }
}
