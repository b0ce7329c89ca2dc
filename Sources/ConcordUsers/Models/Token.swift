public import Concord
public import Foundation

/// A key with which a program makes requests on behalf of a user.
///
/// The key is shown only once, when the token is created. The database stores its SHA-256 hash.
@Model("auth_token")
public struct Token {
    /// The primary key.
    public var id: Int
    /// The hash of the key.
    @Field(.unique, .writeOnly) public var keyHash: String
    /// The purpose of the token.
    @Field(.maxLength(150)) public var name: String = ""
    /// The user on whose behalf requests are made.
    @ForeignKey(onDelete: .cascade) public var user: User.ID
    /// The scopes that the token grants, separated by spaces as in OAuth 2.0.
    public var scope: String = ""
    /// The time when the token was created.
    public var created: Date
    /// The time at which the token expires, or `nil` if it doesn't expire.
    @Field(.index) public var expires: Date?
    /// The time of the last request, at most a minute old, or `nil` if there was none.
    public var lastUsed: Date?

    /// Sorts tokens by creation time, most recent first.
    public static let ordering: [Ordering<Token>] = [.descending(\.created)]
}

extension Token {
    /// The scopes that the token grants.
    public var scopes: Set<String> { Set(scope.split(separator: " ").map(String.init)) }
}
