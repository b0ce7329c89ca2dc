/// How many attempts to sign in may fail before further ones get status 429.
public struct SignInLimits: Sendable {
    /// The number of failures for one user name.
    public var failuresPerAccount = 10
    /// The number of failures from one address.
    public var failuresPerAddress = 50
    /// The period in which failures count.
    public var period: Duration = .seconds(900)

    /// Creates limits with the defaults.
    public init() {}
}
