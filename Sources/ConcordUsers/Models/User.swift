public import Concord
public import Foundation

/// A person or a program that can sign in.
///
/// To add fields, an app declares a model with a `@OneToOne` key of the user:
///
///     @Model
///     struct Member {
///         var id: Int
///         @OneToOne(onDelete: .cascade) var user: User.ID
///         var nickname: String
///     }
///
/// The password is not part of the user, so a user in a response or a request never contains a hash. Use
/// ``setPassword(_:keeping:)`` to change the password. Groups and permissions are in ``UserPermissions``.
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

extension User: AuthenticatedUser {
    /// The primary key as a string.
    public var identifier: String { String(id) }

    /// Whether ``IsAdminUser`` admits the user, and the user can use the admin.
    public var isAdministrator: Bool { isActive && isStaff }
}

extension User {
    /// The given name and the family name, or the username if both are empty.
    public var fullName: String {
        let names = [firstName, lastName].filter { !$0.isEmpty }
        return names.isEmpty ? username : names.joined(separator: " ")
    }

    /// Returns a username without surrounding spaces and in Unicode's normalization form NFKC, so that names that look
    /// the same are equal.
    public static func normalizedUsername(_ name: String) -> String {
        name.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCompatibilityMapping
    }
}
