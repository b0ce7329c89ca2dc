/// A user with further values that a credential proves, such as its session: `@CurrentUser` finds each of them by its type.
package protocol CompositeUser: AuthenticatedUser {
    /// The values, the user of the app first.
    var parts: [any Sendable] { get }
}
