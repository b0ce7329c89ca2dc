public import Concord
public import Foundation

/// An entry of the audit log: an attempt to sign in with a username and password.
@Model("auth_sign_in_attempt")
public struct SignInAttempt {
    /// The primary key.
    public var id: Int
    /// The username in the attempt, even if no such user exists.
    @Field(.maxLength(150)) public var username: String
    /// The user who signed in, or `nil` if the attempt failed.
    @ForeignKey(onDelete: .setNull) public var user: User.ID?
    /// The address of the client.
    public var address: String?
    /// The `User-Agent` of the client.
    public var userAgent: String?
    /// The result.
    public var outcome: Outcome
    /// Whether the attempt counts towards the limit of failures. A successful sign-in clears the earlier failures of
    /// the account.
    public var isCounted: Bool = true
    /// The time of the attempt.
    public var created: Date

    /// Sorts attempts by time, most recent first.
    public static let ordering: [Ordering<SignInAttempt>] = [.descending(\.created)]
    /// The indexes for counting the failures of an account and of an address.
    public static let indexes: [Index<SignInAttempt>] = [Index(\.username, \.created), Index(\.address, \.created)]

    /// The result of an attempt to sign in.
    public enum Outcome: String, Sendable {
        /// The user signed in.
        case succeeded
        /// No user has this username and password, or the user is not active.
        case failed
        /// The attempt was rejected, because too many attempts had failed.
        case throttled
    }
}
