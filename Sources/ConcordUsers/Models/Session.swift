public import Concord
public import Foundation

/// A session of a user who is signed in with a browser.
///
/// The browser stores a random key in the cookie `sessionid`. The database stores the SHA-256 hash of the key, so a
/// copy of the table doesn't give access to a session.
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
    /// The time at which the session ends, regardless of its use.
    @Field(.index) public var expires: Date
    /// The address from which the user signed in.
    public var address: String?
    /// The `User-Agent` of the browser in which the user signed in.
    public var userAgent: String?

    /// Sorts sessions by creation time, most recent first.
    public static let ordering: [Ordering<Session>] = [.descending(\.created)]
}
