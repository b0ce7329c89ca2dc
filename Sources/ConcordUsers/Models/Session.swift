public import Concord
public import Foundation

/// A user who is signed in with a browser.
///
/// The browser has a random key in the cookie `sessionid`. The database has the SHA-256 hash of the key, so that a copy
/// of the table opens no session.
@Model("auth_session")
public struct Session {
    /// The hash of the key.
    @Field(.primaryKey, .writeOnly) public var id: String
    /// The user who is signed in.
    @ForeignKey(onDelete: .cascade) public var user: User.ID
    /// The time of the sign-in.
    public var created: Date
    /// The time of the last request, at most a minute old.
    public var lastUsed: Date
    /// The time at which the session ends, however often it is used.
    @Field(.index) public var expires: Date
    /// The address that the user signed in from.
    public var address: String?
    /// The browser that the user signed in with, as its `User-Agent` states.
    public var userAgent: String?

    /// The most recent session first.
    public static let ordering: [Ordering<Session>] = [.descending(\.created)]
}
