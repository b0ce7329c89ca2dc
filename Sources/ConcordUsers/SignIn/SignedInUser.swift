public import Concord
import Foundation

/// The user of a request, with the session or token that authenticates the user.
///
/// `@CurrentUser` provides each part:
///
///     @CurrentUser var user: User
///     @CurrentUser var session: Session?
///     @CurrentUser var member: Member     // the app's own model
public struct SignedInUser: AuthenticatedUser {
    /// The user, with the fields that every user has.
    public let user: User
    /// The user as a value of the app's user model: the one with ``UserModel()``, or ``User``.
    public let account: any UserAccount
    /// The proof of the user's identity.
    public let credential: Credential

    /// A session or token that authenticates a user.
    public enum Credential: Sendable {
        /// A session, with the token that protects it against requests from other sites.
        case session(Session, csrfToken: String)
        /// A token.
        case token(Token)
        /// The username and password in the request.
        case password
    }

    /// The session from the cookie, if the app doesn't store sessions.
    private let signedSession: SignedSession?

    init(_ account: any UserAccount, _ credential: Credential) {
        user = User(account)
        self.account = account
        self.credential = credential
        signedSession = nil
    }

    init(_ account: any UserAccount, _ session: SignedSession) {
        user = User(account)
        self.account = account
        credential = .session(session.session, csrfToken: session.csrfToken)
        signedSession = session
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

extension SignedInUser {
    /// Returns the value of `Set-Cookie` that continues the session after the user's sessions have ended, or `nil` if
    /// the cookie is unchanged.
    ///
    /// - Throws: `DatabaseError`.
    package func continuingCookie() async throws -> String? {
        guard let signedSession else { return nil }
        return signedSession.continued(in: try await SessionEpoch.value(for: user.id)).header
    }
}

extension SignedInUser: CompositeUser {
    /// A new cookie, if the request's cookie is older than a minute.
    package var responseHeaders: HTTPFields {
        guard let renewed = signedSession?.renewed else { return [:] }
        return [.setCookie: renewed.header, .cacheControl: "private"]
    }

    package var parts: [any Sendable] {
        switch credential {
        case .session(let session, _): [account, user, session]
        case .token(let token): [account, user, token]
        case .password: [account, user]
        }
    }
}
