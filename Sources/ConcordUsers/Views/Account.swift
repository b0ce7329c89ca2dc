public import Concord

/// The account of the authenticated user.
@Serializer
public struct Account {
    /// The identifier of the user.
    public var id: Int
    /// The username.
    public var username: String
    /// The email address, or an empty string.
    public var email: String
    /// Whether the user has verified the email address.
    public var isEmailVerified: Bool
    /// The given name.
    public var firstName: String
    /// The family name.
    public var lastName: String
    /// Whether the user can use the admin.
    public var isStaff: Bool
    /// The value of the `X-CSRFToken` header in requests that change data. Only sessions need it.
    public var csrfToken: String?
}

extension Account {
    /// Creates the account of a user.
    init(_ user: User, csrfToken: String? = nil) {
        self.init(
            id: user.id, username: user.username, email: user.email, isEmailVerified: user.isEmailVerified,
            firstName: user.firstName, lastName: user.lastName, isStaff: user.isStaff, csrfToken: csrfToken)
    }
}

/// A change of the user's account. Absent properties keep their values.
@Serializer
public struct AccountChange {
    /// The email address. A new address is not verified.
    @Field(.maxLength(254), .pattern("^([^@\\s]+@[^@\\s]+)?$")) public var email: String?
    /// The given name.
    @Field(.maxLength(150)) public var firstName: String?
    /// The family name.
    @Field(.maxLength(150)) public var lastName: String?
}
