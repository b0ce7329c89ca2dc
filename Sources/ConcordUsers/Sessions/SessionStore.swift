/// Where the sessions of users are kept.
public enum SessionStore: Sendable {
    /// The database has a row for each session, and the cookie has its random key.
    case database
    /// The cookie has the session, with a signature of the app's secret key. The server keeps nothing of a single session, so it
    /// can end only all sessions of a user.
    case signedCookie
}
