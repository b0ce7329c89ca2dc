public import Concord
public import ConcordUsers

/// An action on the objects that are selected in a list of the admin.
///
///     $0.actions = [
///         AdminAction("Retire") { stations, user in try await stations.update(.set(\.status, to: .retired)) }
///     ]
///
/// Users need the permission to change the objects. The history of each object has the action.
public struct AdminAction<M: Model>: Sendable {
    let title: String
    let run: @Sendable (QuerySet<M>, User) async throws -> Void

    /// Creates an action.
    ///
    /// - Parameters:
    ///   - title: The title, as an order: `Retire`.
    ///   - run: Carries the action out for the objects that a query finds. It runs in a transaction.
    public init<Result>(_ title: String, _ run: @escaping @Sendable (QuerySet<M>, User) async throws -> Result) {
        self.title = title
        self.run = { _ = try await run($0, $1) }
    }
}
