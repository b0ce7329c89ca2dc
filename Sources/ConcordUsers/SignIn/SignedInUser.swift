public import Concord
import Foundation

/// The user of a request, with the session or token that authenticates the user.
///
/// `@CurrentUser` provides each part:
///
///     @CurrentUser var user: User
///     @CurrentUser var session: Session?
public struct SignedInUser: AuthenticatedUser {
    /// The user.
    public let user: User
    /// The session or token that authenticates the user.
    public let credential: Credential

    /// A session or token that authenticates a user.
    public enum Credential: Sendable {
        /// A session, with the token that protects it against requests from other sites.
        case session(Session, csrfToken: String)
        /// A token.
        case token(Token)
    }

    /// The primary key of the user as a string.
    public var identifier: String { user.identifier }

    /// Whether the user can use the admin.
    public var isAdministrator: Bool { user.isAdministrator }

    /// The scopes of the token. A session has none.
    public var scopes: Set<String> {
        if case .token(let token) = credential { token.scopes } else { [] }
    }

    /// The session, or `nil` if the request has a token.
    public var session: Session? {
        if case .session(let session, _) = credential { session } else { nil }
    }

    /// The token that a page of the session sends in the header `X-CSRFToken`, or `nil` if the request has a token.
    public var csrfToken: String? {
        if case .session(_, let csrfToken) = credential { csrfToken } else { nil }
    }
}

extension SignedInUser: CompositeUser {
    package var parts: [any Sendable] {
        switch credential {
        case .session(let session, _): [user, session]
        case .token(let token): [user, token]
        }
    }
}
