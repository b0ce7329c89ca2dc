import Concord
import ConcordDatabase
import Foundation

/// A session that is stored in the cookie itself, as text signed with the app's secret key.
struct SignedSession: Sendable {
    private static let purpose = "session"

    /// The user who is signed in.
    let user: User.ID
    /// A random value. The token that protects against requests from other sites is derived from it.
    private let nonce: String
    /// The time of the sign-in, in seconds since 1970.
    private let created: Int
    /// The time of the last request, in seconds since 1970. It is at most a minute old.
    private var lastUsed: Int
    /// The value that all sessions of the user share.
    private(set) var epoch: String

    /// Starts a session.
    init(for user: User.ID, epoch: String) {
        self.user = user
        self.epoch = epoch
        nonce = RandomKey.text()
        created = Self.seconds(AppEnvironment.current.now())
        lastUsed = created
    }

    /// Reads the value of a cookie. Returns `nil` if the app has not signed it.
    init?(cookie: String) {
        guard let bytes = Signature.verify(cookie, for: Self.purpose, secret: AppEnvironment.current.secretKey) else {
            return nil
        }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: ":").map(String.init)
        guard parts.count == 5, let user = Int(parts[0]), let created = Int(parts[2]), let lastUsed = Int(parts[3])
        else { return nil }
        (self.user, nonce, self.created, self.lastUsed, epoch) = (user, parts[1], created, lastUsed, parts[4])
    }

    private static func seconds(_ date: Date) -> Int { Int(date.timeIntervalSince1970) }

    private var expires: Date {
        Date(timeIntervalSince1970: Double(created)) + AppEnvironment.current.users.sessions.lifetime
    }

    /// Whether the session has been used recently and has not expired.
    var isCurrent: Bool {
        let now = AppEnvironment.current.now()
        let idleSince = Date(timeIntervalSince1970: Double(lastUsed))
        return now < expires && now < idleSince + AppEnvironment.current.users.sessions.idleTimeout
    }

    /// The session in the form of a database row.
    var session: Session {
        Session(
            id: RandomKey.hash(of: nonce), user: user, created: Date(timeIntervalSince1970: Double(created)),
            lastUsed: Date(timeIntervalSince1970: Double(lastUsed)), expires: expires)
    }

    /// The token that protects the session against requests from other sites.
    var csrfToken: String { Session.csrfToken(for: nonce) }

    /// The header field that sets the session's cookie.
    var header: String {
        let text = [String(user), nonce, String(created), String(lastUsed), epoch].joined(separator: ":")
        let value = Signature.sign(
            Array(text.utf8), for: Self.purpose, secret: AppEnvironment.current.secretKey)
        let rest = max(0, expires.timeIntervalSince(AppEnvironment.current.now()))
        return SessionCookie.header(value, maximumAge: .seconds(rest))
    }

    /// The session with the time of this request, if its time is older than a minute.
    var renewed: SignedSession? {
        let now = Self.seconds(AppEnvironment.current.now())
        guard lastUsed < now - 60 else { return nil }
        var session = self
        session.lastUsed = now
        return session
    }

    /// Returns the session with a new value of the user's sessions.
    func continued(in epoch: String) -> SignedSession {
        var session = self
        session.epoch = epoch
        return session
    }
}
