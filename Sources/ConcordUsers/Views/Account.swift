public import Concord

/// The user who makes the request.
@Serializer
public struct Account {
    /// The identifier of the user.
    public var id: Int
    /// The user name.
    public var username: String
    /// The address for mail, or an empty string.
    public var email: String
    /// Whether the user has shown that the address is theirs.
    public var isEmailVerified: Bool
    /// The given name.
    public var firstName: String
    /// The family name.
    public var lastName: String
    /// Whether the user can use the admin.
    public var isStaff: Bool
    /// The value of the header field `X-CSRFToken` of requests that change something. Only sessions need it.
    public var csrfToken: String?
}

extension Account {
    /// Describes a user.
    init(_ user: User, csrfToken: String? = nil) {
        self.init(
            id: user.id, username: user.username, email: user.email, isEmailVerified: user.isEmailVerified,
            firstName: user.firstName, lastName: user.lastName, isStaff: user.isStaff, csrfToken: csrfToken)
    }
}

/// A change to the account of the user. A property that is absent keeps its value.
@Serializer
public struct AccountChange {
    /// The email address. A new address is not verified.
    @Field(.maxLength(254), .pattern("^([^@\\s]+@[^@\\s]+)?$")) public var email: String?
    /// The given name.
    @Field(.maxLength(150)) public var firstName: String?
    /// The family name.
    @Field(.maxLength(150)) public var lastName: String?
}
