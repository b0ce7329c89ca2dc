public import Concord
public import Foundation

/// The fields and functions of users. ``User`` conforms to this protocol, and so does an app's own model with
/// ``UserModel()``.
///
/// Both models represent the same table: ``User`` has the fields that every user has, and the app's model has all
/// fields.
public protocol UserAccount: Model, AuthenticatedUser where ID == Int {
    /// The primary key.
    var id: Int { get set }
    /// The username: letters, digits, and the characters `@`, `.`, `+`, `-` and `_`.
    var username: String { get set }
    /// The email address, or an empty string.
    var email: String { get set }
    /// Whether the user has verified the email address.
    var isEmailVerified: Bool { get set }
    /// The given name.
    var firstName: String { get set }
    /// The family name.
    var lastName: String { get set }
    /// Whether the user can sign in. To keep objects that refer to a user, deactivate it instead of deleting it.
    var isActive: Bool { get set }
    /// Whether the user can use the admin.
    var isStaff: Bool { get set }
    /// Whether the user has all permissions.
    var isSuperuser: Bool { get set }
    /// The time of the last sign-in with a password.
    var lastLogin: Date? { get set }
    /// The time when the user was created.
    var dateJoined: Date { get set }
}

extension UserAccount {
    /// The primary key as a string.
    public var identifier: String { String(id) }

    /// Whether the user can use the admin. ``IsAdminUser`` allows such users.
    public var isAdministrator: Bool { isActive && isStaff }

    /// The given name and the family name, or the username if both are empty.
    public var fullName: String {
        let names = [firstName, lastName].filter { !$0.isEmpty }
        return names.isEmpty ? username : names.joined(separator: " ")
    }

    /// Returns a username without surrounding spaces, in Unicode's normal form NFKC. Names that look the same are then
    /// equal.
    public static func normalizedUsername(_ name: String) -> String {
        name.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCompatibilityMapping
    }
}

extension User {
    /// Returns the user as a value of the app's model, or `nil` if the user was deleted.
    func account() async throws -> (any UserAccount)? { try await account(as: AppEnvironment.current.users.model) }

    private func account<Account: UserAccount>(as model: Account.Type) async throws -> (any UserAccount)? {
        if let account = self as? Account { return account }
        guard let key = Account.primaryKey else { return nil }
        return try await Account.objects.filter(key.isEqual(to: .integer(Int64(id)))).first()
    }

    /// Creates a user with the fields that every user has.
    public init(_ account: some UserAccount) {
        self.init(
            id: account.id, username: account.username, email: account.email,
            isEmailVerified: account.isEmailVerified, firstName: account.firstName, lastName: account.lastName,
            isActive: account.isActive, isStaff: account.isStaff, isSuperuser: account.isSuperuser,
            lastLogin: account.lastLogin, dateJoined: account.dateJoined)
    }
}
