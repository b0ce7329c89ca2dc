/// How long sessions last, and the attributes of their cookie.
public struct SessionSettings: Sendable {
    /// Where sessions are kept: by default, in the database.
    public var store = SessionStore.database
    /// How long a session lasts without a request.
    public var idleTimeout: Duration = .seconds(14 * 86_400)
    /// How long a session lasts, however often it is used.
    public var lifetime: Duration = .seconds(90 * 86_400)
    /// Whether browsers send the cookie over HTTPS only. Browsers treat `localhost` as secure.
    public var isCookieSecure = true
    /// The other origins whose pages may use the sessions of this one: `https://app.example`.
    public var trustedOrigins: Set<String> = []

    /// Creates settings with the defaults.
    public init() {}
}
