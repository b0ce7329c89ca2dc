/// The limits on failed attempts to sign in. Further attempts get status 429.
public struct SignInLimits: Sendable {
    /// The maximum number of failures for one username.
    public var failuresPerAccount = 10
    /// The maximum number of failures from one address.
    public var failuresPerAddress = 50
    /// The period in which failures are counted.
    public var period: Duration = .seconds(900)

    /// Creates limits with default values.
    public init() {}
}
