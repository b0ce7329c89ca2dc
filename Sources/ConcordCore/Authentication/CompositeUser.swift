/// A user with further values that a credential identifies, such as its session. `@CurrentUser` finds each of them by
/// its type.
package protocol CompositeUser: AuthenticatedUser {
    /// The values, beginning with the user of the app.
    var parts: [any Sendable] { get }
}
