package import Concord
import ConcordDatabase
import Foundation

extension SignedInUser {
    /// Finds the user by the value of a session cookie, and records that the session was used. Returns `nil` if the
    /// session doesn't exist or has ended, or if its user is not active.
    ///
    /// - Throws: `DatabaseError`.
    public init?(sessionKey key: String) async throws {
        switch AppEnvironment.current.users.sessions.store {
        case .database: try await self.init(storedSession: key)
        case .signedCookie: try await self.init(signedSession: key)
        }
    }

    private init?(signedSession cookie: String) async throws {
        guard let signed = SignedSession(cookie: cookie), signed.isCurrent else { return nil }
        let query = SessionEpoch.objects.filter {
            $0.user == signed.user && $0.value == signed.epoch && $0.user.isActive == true
        }
        guard let account = try await query.fetch(with: AppEnvironment.current.users.model) else { return nil }
        self.init(account, signed)
    }

    private init?(storedSession key: String) async throws {
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
    /// A new session with its proof.
    package struct Started: Sendable {
        package let session: Session
        /// The token that protects the session against requests from other sites.
        package let csrfToken: String
        /// The header field that sets the session's cookie.
        package let cookie: String
    }

    /// Starts a session, and ends the current session of the request, if any. An attacker can't choose the key of a
    /// session, because it changes when the user signs in.
    ///
    /// - Throws: `DatabaseError`.
    package static func start(for user: some UserAccount, _ request: APIRequest) async throws -> Started {
        switch AppEnvironment.current.users.sessions.store {
        case .database: return try await startStored(for: user, request)
        case .signedCookie:
            let signed = SignedSession(for: user.id, epoch: try await SessionEpoch.value(for: user.id))
            return Started(session: signed.session, csrfToken: signed.csrfToken, cookie: signed.header)
        }
    }

    private static func startStored(for user: some UserAccount, _ request: APIRequest) async throws -> Started {
        let lifetime = AppEnvironment.current.users.sessions.lifetime
        let now = AppEnvironment.current.now()
        let key = RandomKey.text()
        let session = Session(
            id: RandomKey.hash(of: key), user: user.id, created: now, lastUsed: now,
            expires: now + lifetime, address: request.remoteAddress,
            userAgent: request.headers[.userAgent].map { String($0.prefix(300)) })
        if let earlier = request.cookie(SessionCookie.name) {
            let hash = RandomKey.hash(of: earlier)
            try await Session.objects.filter { $0.id == hash }.delete()
        }
        return Started(
            session: try await Session.objects.create(session), csrfToken: csrfToken(for: key),
            cookie: SessionCookie.header(key, maximumAge: lifetime))
    }

    /// Returns the token that protects a session against requests from other sites. It is derived from the key, which
    /// other sites don't know, so it isn't stored.
    static func csrfToken(for key: String) -> String { RandomKey.derived(from: key, for: "csrf") }
}

extension UserAccount {
    /// Ends the sessions of the user.
    ///
    /// - Parameter session: The session to keep. Signed cookies always end, because they can't distinguish the sessions
    ///   of a user.
    /// - Throws: `DatabaseError`.
    public func endSessions(except session: Session? = nil) async throws {
        let kept = session?.id ?? ""
        try await Session.objects.filter { $0.user == id && $0.id != kept }.delete()
        try await SessionEpoch.objects.filter { $0.user == id }.delete()
    }
}

extension Date {
    static func + (date: Date, duration: Duration) -> Date { date.addingTimeInterval(duration.seconds) }
    static func - (date: Date, duration: Duration) -> Date { date.addingTimeInterval(-duration.seconds) }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
