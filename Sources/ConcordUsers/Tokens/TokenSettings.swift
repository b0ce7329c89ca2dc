/// How long tokens last.
public struct TokenSettings: Sendable {
    /// How long a token lasts that a client gets for a name and a password; `nil` for a token that doesn't expire.
    public var lifetime: Duration? = .seconds(30 * 86_400)

    /// Creates settings with the defaults.
    public init() {}
}
