/// Provides the authenticated user, as a parameter of an operation or a property of a view or a permission.
///
///     @GET("getProfile")
///     func get(@CurrentUser user: Member) async throws -> Profile
///
/// An operation with a user that is not optional requires authentication, whatever its view says: anonymous requests get
/// status 401. One with an optional user answers them, too. The document says the same. A user of another type than the
/// property's gets status 403.
@propertyWrapper
public struct CurrentUser<User> {
    private var bound: User?

    /// The user of this request.
    public var wrappedValue: User {
        get { Unbound.value(bound, "CurrentUser") }
        set { bound = newValue }
    }

    /// Creates the wrapper of a user.
    public init(wrappedValue: User) { bound = wrappedValue }

    /// Creates the wrapper of a property whose value the request gives.
    public init() {}
}

extension CurrentUser: Sendable where User: Sendable {}

// The functions change nothing. They are `mutating` as those of other inputs are, so that a macro expands to one form.
extension _Core.Inputs {
    /// Returns the authenticated user of a type, or `nil` for an anonymous request.
    ///
    /// - Throws: A ``Problem`` of status 403 if the credentials prove users of other types only.
    public mutating func currentUser<User>(_ type: User.Type) throws -> User? {
        if let user = request.user(as: User.self) { return user }
        if request.users.isEmpty { return nil }
        throw Problem(403, "This type of user is not permitted to send this request.")
    }

    /// Returns the authenticated user of a type.
    ///
    /// - Throws: A ``Problem`` of status 401 for an anonymous request, of status 403 if the credentials prove users of
    ///   other types only.
    public mutating func requiredUser<User>(_ type: User.Type) throws -> User {
        guard let user = try currentUser(type) else { throw Problem(401, "Authentication is required.") }
        return user
    }
}
