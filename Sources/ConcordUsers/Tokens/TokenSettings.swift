/// The duration of tokens.
public struct TokenSettings: Sendable {
    /// The duration for which a token is valid that a client gets with a username and password, or `nil` if it doesn't
    /// expire.
    public var lifetime: Duration? = .seconds(30 * 86_400)

    /// Creates settings with default values.
    public init() {}
}
