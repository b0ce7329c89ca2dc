/// Provides the authenticated user to a parameter of an operation, or to a property of a view or permission.
///
///     @GET("getProfile")
///     func get(@CurrentUser user: Member) async throws -> Profile
///
/// An operation with a non-optional user requires authentication, even if its view doesn't: anonymous requests get
/// status 401. An operation with an optional user also accepts anonymous requests. The document contains the same
/// requirement. If the user has another type than the property, the request gets status 403.
@propertyWrapper
public struct CurrentUser<User> {
    private var bound: User?

    /// The user of this request.
    public var wrappedValue: User {
        get { Unbound.value(bound, "CurrentUser") }
        set { bound = newValue }
    }

    /// Creates an input with a user.
    public init(wrappedValue: User) { bound = wrappedValue }

    /// Creates an input whose value comes from the request.
    public init() {}
}

extension CurrentUser: Sendable where User: Sendable {}

// The functions change nothing. They are `mutating` as those of other inputs are, so that a macro expands to one form.
extension _Core.Inputs {
    /// Returns the authenticated user of a type, or `nil` for an anonymous request.
    ///
    /// - Throws: A ``Problem`` with status 403 if the credentials identify only users of other types.
    public mutating func currentUser<User>(_ type: User.Type) throws -> User? {
        if let user = request.user(as: User.self) { return user }
        if request.users.isEmpty { return nil }
        throw Problem(403, "This type of user is not permitted to send this request.")
    }

    /// Returns the authenticated user of a type.
    ///
    /// - Throws: A ``Problem`` with status 401 for an anonymous request, or 403 if the credentials identify only users
    ///   of other types.
    public mutating func requiredUser<User>(_ type: User.Type) throws -> User {
        guard let user = try currentUser(type) else { throw Problem(401, "Authentication is required.") }
        return user
    }
}
