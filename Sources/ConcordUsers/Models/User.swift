public import Concord
public import Foundation

// The comment is a description in the documents of apps, so it doesn't refer to Swift.

/// A person or a program that can sign in.
///
/// The password is not part of the user, so a user in a response or a request never contains a hash.
@Model("auth_user")
public struct User {
    /// The primary key.
    public var id: Int
    /// The username: letters, digits, and the characters `@`, `.`, `+`, `-` and `_`.
    @Field(.unique, .minLength(1), .maxLength(150), .pattern("^[\\w.@+-]+$")) public var username: String
    /// The email address, or an empty string.
    @Field(.index, .maxLength(254)) public var email: String = ""
    /// Whether the user has verified the email address.
    @Field(.readOnly) public var isEmailVerified: Bool = false
    /// The given name.
    @Field(.maxLength(150)) public var firstName: String = ""
    /// The family name.
    @Field(.maxLength(150)) public var lastName: String = ""
    /// Whether the user can sign in. To keep objects that refer to a user, deactivate it instead of deleting it.
    @Field(.readOnly) public var isActive: Bool = true
    /// Whether the user can use the admin.
    @Field(.readOnly) public var isStaff: Bool = false
    /// Whether the user has all permissions.
    @Field(.readOnly) public var isSuperuser: Bool = false
    /// The time of the last sign-in with a password.
    @Field(.readOnly) public var lastLogin: Date?
    /// The time when the user was created.
    @Field(.setOn(.create)) public var dateJoined: Date

    /// Sorts users by username.
    public static let ordering: [Ordering<User>] = [.ascending(\.username)]
}

extension User: UserAccount {}
