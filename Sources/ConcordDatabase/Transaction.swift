import ConcordCore

/// A transaction that the current task is in.
final class Transaction: Sendable {
    @TaskLocal static var current: Transaction?

    let database: Database
    let connection: any DatabaseConnection
    /// How deep it is nested; the outermost is 0.
    let depth: Int
    private let hooks: Hooks

    init(_ database: Database, _ connection: any DatabaseConnection, depth: Int = 0) {
        self.database = database
        self.connection = connection
        self.depth = depth
        hooks = Hooks()
    }

    /// What is to be done once the outermost transaction is committed.
    actor Hooks {
        private(set) var all: [@Sendable () async throws -> Void] = []

        func add(_ hooks: [@Sendable () async throws -> Void]) { all += hooks }
    }

    func onCommit(_ hook: @escaping @Sendable () async throws -> Void) async { await hooks.add([hook]) }

    var onCommitHooks: [@Sendable () async throws -> Void] { get async { await hooks.all } }

    func inherit(from inner: Transaction) async { await hooks.add(inner.onCommitHooks) }
}

/// How much a transaction sees of others that run at the same time.
public enum TransactionIsolation: String, Sendable {
    /// Each statement sees what was committed before it.
    case readCommitted = "READ COMMITTED"
    /// All statements see what was committed before the first.
    case repeatableRead = "REPEATABLE READ"
    /// The transactions might as well have run one after the other. SQLite knows nothing else.
    case serializable = "SERIALIZABLE"
}

extension Database {
    /// Runs an operation in a transaction, which is committed where the operation returns and rolled back where it throws.
    ///
    /// Queries inside take part by themselves. A transaction inside another one is a savepoint: it can fail alone. Where
    /// another transaction is in the way, the operation is run again, at most three times in all; so it may do things outside
    /// of the database only in ``onCommit(_:)``.
    ///
    /// - Parameters:
    ///   - isolation: What the transaction sees of others; nil for the database's default.
    ///   - operation: What to do.
    /// - Throws: What the operation throws, or ``DatabaseError`` if the database can't commit.
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

    /// Runs an operation in a transaction on a connection that this task has.
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

    /// Does something once the transaction that the current task is in is committed; at once outside of a transaction.
    ///
    /// It is not done where the transaction is rolled back: the place to send a message, or to start a job.
    public func onCommit(_ hook: @escaping @Sendable () async throws -> Void) async throws {
        guard let transaction = Transaction.current, transaction.database.isSame(as: self) else {
            return try await hook()
        }
        await transaction.onCommit(hook)
    }
}

extension DatabaseConnection {
    /// Undoes what an operation left behind, even where its task is canceled: hence a task of its own. The operation's error is
    /// the one to report, and a connection that is lost has nothing to undo.
    func clean(_ statements: [SQLStatement]) async {
        await Task {
            for statement in statements { _ = try? await execute(statement) }
        }.value
    }
}
