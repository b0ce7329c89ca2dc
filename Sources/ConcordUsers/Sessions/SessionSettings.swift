/// The duration of sessions, and the attributes of their cookie.
public struct SessionSettings: Sendable {
    /// The storage of sessions. The default is the database.
    public var store = SessionStore.database
    /// The duration of a session without requests.
    public var idleTimeout: Duration = .seconds(14 * 86_400)
    /// The time after which a session ends, regardless of its use.
    public var lifetime: Duration = .seconds(90 * 86_400)
    /// Whether browsers send the cookie only over HTTPS. Browsers treat `localhost` as secure.
    public var isCookieSecure = true
    /// Other origins whose pages can use the sessions: `https://app.example`.
    public var trustedOrigins: Set<String> = []

    /// Creates settings with default values.
    public init() {}
}
