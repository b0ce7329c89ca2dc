/// A user with further values that a credential identifies, such as its session. `@CurrentUser` finds each of them by
/// its type.
package protocol CompositeUser: AuthenticatedUser {
    /// The values, beginning with the user of the app.
    var parts: [any Sendable] { get }
    /// The header fields that are added to responses to the user, such as a new cookie.
    var responseHeaders: HTTPFields { get }
}

extension CompositeUser {
    /// No header fields.
    package var responseHeaders: HTTPFields { HTTPFields() }
}
