package import Concord
import ConcordDatabase
import Foundation

extension SignedInUser {
    /// Finds the user whose session has a key, and notes that the session was used; `nil` if the session doesn't exist, is
    /// over, or its user is not active.
    ///
    /// - Throws: `DatabaseError`.
    public init?(sessionKey key: String) async throws {
        let now = AppEnvironment.current.now()
        let settings = AppEnvironment.current.users.sessions
        let oldest = now - settings.idleTimeout
        let hash = RandomKey.hash(of: key)
        let query = Session.objects.filter {
            $0.id == hash && $0.expires > now && $0.lastUsed > oldest && $0.user.isActive == true
        }
        let found = try await query.fetch(with: AppEnvironment.current.users.model)
        guard let (session, account) = found else { return nil }
        if session.lastUsed < now - .seconds(60) {
            try await Session.objects.filter { $0.id == hash }.update(.set(\.lastUsed, to: now))
        }
        self.init(account, .session(session, csrfToken: Session.csrfToken(for: key)))
    }
}

extension Session {
    /// A session that was just started, with its key.
    package struct Started: Sendable {
        package let session: Session
        package let key: String

        /// The token that protects the session against requests from other sites.
        package var csrfToken: String { Session.csrfToken(for: key) }

        /// The header field that gives the browser the key.
        package var cookie: String {
            SessionCookie.header(key, maximumAge: AppEnvironment.current.users.sessions.lifetime)
        }
    }

    /// Starts a session. The one that the request presents, if any, ends: the key of a session changes when its user signs
    /// in, so nobody can plant one.
    ///
    /// - Throws: `DatabaseError`.
    package static func start(for user: some UserAccount, _ request: APIRequest) async throws -> Started {
        let now = AppEnvironment.current.now()
        let key = RandomKey.text()
        let session = Session(
            id: RandomKey.hash(of: key), user: user.id, created: now, lastUsed: now,
            expires: now + AppEnvironment.current.users.sessions.lifetime, address: request.remoteAddress,
            userAgent: request.headers[.userAgent].map { String($0.prefix(300)) })
        if let earlier = request.cookie(SessionCookie.name) {
            let hash = RandomKey.hash(of: earlier)
            try await Session.objects.filter { $0.id == hash }.delete()
        }
        return Started(session: try await Session.objects.create(session), key: key)
    }

    /// The token that protects a session against requests from other sites. It follows from the key, which other sites don't
    /// know, so it is stored nowhere.
    static func csrfToken(for key: String) -> String { RandomKey.derived(from: key, for: "csrf") }
}

extension UserAccount {
    /// Ends the sessions of the user.
    ///
    /// - Parameter session: The session that goes on.
    /// - Throws: `DatabaseError`.
    public func endSessions(except session: Session? = nil) async throws {
        let kept = session?.id ?? ""
        try await Session.objects.filter { $0.user == id && $0.id != kept }.delete()
    }
}

extension Date {
    static func + (date: Date, duration: Duration) -> Date { date.addingTimeInterval(duration.seconds) }
    static func - (date: Date, duration: Duration) -> Date { date.addingTimeInterval(-duration.seconds) }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
