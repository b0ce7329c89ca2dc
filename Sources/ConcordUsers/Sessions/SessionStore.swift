/// The storage of sessions.
public enum SessionStore: Sendable {
    /// Each session is a row in the database. The cookie contains its random key.
    case database
    /// The cookie contains the session, signed with the app's secret key. The server doesn't store individual sessions,
    /// so it can only end all sessions of a user.
    case signedCookie
}
