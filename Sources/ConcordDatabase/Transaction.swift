import ConcordCore

/// The transaction of the current task.
final class Transaction: Sendable {
    @TaskLocal static var current: Transaction?

    let database: Database
    let connection: any DatabaseConnection
    /// The nesting depth. The outermost transaction has depth 0.
    let depth: Int
    private let hooks: Hooks

    init(_ database: Database, _ connection: any DatabaseConnection, depth: Int = 0) {
        self.database = database
        self.connection = connection
        self.depth = depth
        hooks = Hooks()
    }

    /// The hooks to run after the outermost transaction is committed.
    actor Hooks {
        private(set) var all: [@Sendable () async throws -> Void] = []

        func add(_ hooks: [@Sendable () async throws -> Void]) { all += hooks }
    }

    func onCommit(_ hook: @escaping @Sendable () async throws -> Void) async { await hooks.add([hook]) }

    var onCommitHooks: [@Sendable () async throws -> Void] { get async { await hooks.all } }

    func inherit(from inner: Transaction) async { await hooks.add(inner.onCommitHooks) }
}

/// The isolation of a transaction from concurrent transactions.
public enum TransactionIsolation: String, Sendable {
    /// Each statement sees the data that was committed before it.
    case readCommitted = "READ COMMITTED"
    /// All statements see the data that was committed before the first one.
    case repeatableRead = "REPEATABLE READ"
    /// Transactions behave as if they ran one after another. SQLite always uses this isolation.
    case serializable = "SERIALIZABLE"
}

extension Database {
    /// Runs an operation in a transaction. If the operation returns, the transaction is committed. If it throws, the
    /// transaction is rolled back.
    ///
    /// Queries in the operation use the transaction automatically. A nested transaction is a savepoint that can fail
    /// separately. If the transaction conflicts with another one, the operation runs again, at most three times in
    /// total. Use ``onCommit(_:)`` for effects outside the database.
    ///
    /// - Parameters:
    ///   - isolation: The isolation, or `nil` for the default of the database.
    ///   - actor: The actor of the caller, on which the operation runs.
    ///   - operation: The operation.
    /// - Throws: The error of the operation, or ``DatabaseError`` if the commit fails.
    public func transaction<Result>(
        isolation: TransactionIsolation? = nil,
        actor: isolated (any Actor)? = #isolation,
        _ operation: () async throws -> Result
    ) async throws -> Result {
        if let outer = Transaction.current, outer.database.isSame(as: self) {
            return try await savepoint(in: outer, operation)
        }
        var attempt = 1
        while true {
            do {
                return try await run(isolation, operation)
            } catch let error as DatabaseError where error.kind == .conflict && attempt < 3 {
                attempt += 1
            }
        }
    }

    private func run<Result>(
        _ isolation: TransactionIsolation?, actor: isolated (any Actor)? = #isolation,
        _ operation: () async throws -> Result
    ) async throws -> Result {
        let connection = try await driver.connection(for: .write)
        defer { driver.release(connection) }
        return try await transaction(on: connection, dialect.begin(isolation), operation)
    }

    /// Runs an operation in a transaction on a connection of this task.
    func transaction<Result>(
        on connection: any DatabaseConnection, _ beginning: SQLStatement,
        actor: isolated (any Actor)? = #isolation, _ operation: () async throws -> Result
    ) async throws -> Result {
        let transaction = Transaction(self, connection)
        try await connection.execute(beginning)
        let result: Result
        do {
            result = try await Transaction.$current.withValue(transaction, operation: operation, isolation: actor)
            try await connection.execute("COMMIT")
        } catch {
            await connection.clean(["ROLLBACK"])
            throw error
        }
        for hook in await transaction.onCommitHooks { try await hook() }
        return result
    }

    private func savepoint<Result>(
        in outer: Transaction, actor: isolated (any Actor)? = #isolation, _ operation: () async throws -> Result
    ) async throws -> Result {
        let inner = Transaction(self, outer.connection, depth: outer.depth + 1)
        let name = "concord_\(inner.depth)"
        try await outer.connection.execute(SQLStatement("SAVEPOINT \(name)"))
        do {
            let result = try await Transaction.$current.withValue(inner, operation: operation, isolation: actor)
            try await outer.connection.execute(SQLStatement("RELEASE SAVEPOINT \(name)"))
            await outer.inherit(from: inner)
            return result
        } catch {
            await outer.connection.clean([
                SQLStatement("ROLLBACK TO SAVEPOINT \(name)"), SQLStatement("RELEASE SAVEPOINT \(name)"),
            ])
            throw error
        }
    }

    /// Runs a closure after the transaction of the current task is committed, or immediately if there is no
    /// transaction.
    ///
    /// If the transaction is rolled back, the closure doesn't run. Use it to send a message or to start a job.
    public func onCommit(_ hook: @escaping @Sendable () async throws -> Void) async throws {
        guard let transaction = Transaction.current, transaction.database.isSame(as: self) else {
            return try await hook()
        }
        await transaction.onCommit(hook)
    }
}

extension DatabaseConnection {
    /// Rolls back an operation in a separate task, so that the rollback works even if the operation's task is canceled.
    /// An error of the operation takes precedence, and a lost connection needs no rollback.
    func clean(_ statements: [SQLStatement]) async {
        await Task {
            for statement in statements { _ = try? await execute(statement) }
        }.value
    }
}
