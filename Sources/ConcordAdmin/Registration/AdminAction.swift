public import Concord
public import ConcordUsers

/// An action on the selected objects in a list of the admin.
///
///     $0.actions = [
///         AdminAction("Retire") { stations, user in try await stations.update(.set(\.status, to: .retired)) }
///     ]
///
/// Users need the permission to change the objects. The action is recorded in the history of each object.
public struct AdminAction<M: Model>: Sendable {
    let title: String
    let run: @Sendable (QuerySet<M>, User) async throws -> Void

    /// Creates an action.
    ///
    /// - Parameters:
    ///   - title: The title in the imperative: `Retire`.
    ///   - run: A closure that performs the action on the objects of a query. It runs in a transaction.
    public init<Result>(_ title: String, _ run: @escaping @Sendable (QuerySet<M>, User) async throws -> Result) {
        self.title = title
        self.run = { _ = try await run($0, $1) }
    }
}
