import CConcordPostgreSQL
import ConcordCore
import ConcordDatabase
import Synchronization

/// A connection to the server, which runs on its own thread.
actor PostgreSQLConnection: DatabaseConnection {
    private let thread = ConnectionThread()
    private let parameters: ConnectionParameters
    /// The link, or `nil` before the first statement and after the connection is lost.
    private var link: ServerLink?
    private var isInTransaction = false
    /// Whether the connection was lost during a transaction. The remaining statements must not use a new connection.
    private var isTransactionLost = false
    private var prepared = PreparedStatements()
    /// The state for the pool, which can't wait for the thread.
    private let isClean = Atomic(true)

    init(_ parameters: ConnectionParameters) { self.parameters = parameters }

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Whether another task can use the connection, which is not the case during a transaction.
    nonisolated var isReusable: Bool { isClean.load(ordering: .acquiring) }

    nonisolated func execute(_ statement: SQLStatement) async throws -> Int {
        try await run { try $0.result(of: statement, $1).changedRows }
    }

    nonisolated func rows<Value: Sendable>(
        of statement: SQLStatement, _ decode: @escaping @Sendable (any _Core.Row) throws -> Value
    ) async throws -> [Value] {
        try await run { try $0.result(of: statement, $1).rows(decode) }
    }

    nonisolated func rows<First: Sendable, Second: Sendable>(
        of first: SQLStatement, _ decodeFirst: @escaping @Sendable (any _Core.Row) throws -> First,
        then second: SQLStatement, _ decodeSecond: @escaping @Sendable (any _Core.Row) throws -> Second
    ) async throws -> ([First], [Second]) {
        try await run { connection, cancellation in
            let found = try connection.result(of: first, cancellation).rows(decodeFirst)
            return (found, try connection.result(of: second, cancellation).rows(decodeSecond))
        }
    }

    /// Runs an operation on the thread of the connection, again if the server can't be reached.
    private nonisolated func run<Value: Sendable>(
        _ operation: @Sendable (isolated PostgreSQLConnection, StatementCancellation) throws -> Value
    ) async throws -> Value {
        try Task.checkCancellation()
        let cancellation = StatementCancellation()
        return try await withTaskCancellationHandler {
            var pauses = Self.pauses[...]
            while true {
                do {
                    return try await operation(self, cancellation)
                } catch let error as Unreachable {
                    guard let pause = pauses.popFirst() else { throw error.reason }
                    try await Task.sleep(for: pause)
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    /// The pauses between attempts to connect, for example while the server restarts.
    private static let pauses: [Duration] = [.milliseconds(50), .milliseconds(250)]

    /// The error for a statement that was not sent because the server can't be reached.
    private struct Unreachable: Error {
        let reason: DatabaseError
    }

    private func result(of statement: SQLStatement, _ cancellation: StatementCancellation) throws -> ServerResult {
        let bound = try BoundParameters(statement)
        let link = try connected()
        try cancellation.begin(link.cancelKey)
        let result = executed(statement, bound, link)
        let isCanceled = cancellation.end()
        noteState(of: link)
        if let error = result.error(executing: statement, on: link) {
            throw isCanceled && error.isCancellation ? CancellationError() : error.error
        }
        return result
    }

    /// Returns the connection to the server. Reconnects if the server closed it while it was idle.
    private func connected() throws -> ServerLink {
        if isTransactionLost { throw DatabaseError(.unavailable, "The connection was lost during the transaction.") }
        if let link, isInTransaction || link.isAlive { return link }
        prepared.forgetAll()
        link = nil
        do {
            let made = try ServerLink(parameters)
            link = made
            return made
        } catch let error as DatabaseError {
            throw Unreachable(reason: error)
        }
    }

    private func executed(_ statement: SQLStatement, _ bound: BoundParameters, _ link: ServerLink) -> ServerResult {
        let key = PreparedStatements.Key(text: statement.text, types: bound.types)
        let (use, dropped) = prepared.use(key)
        if let dropped { _ = ServerResult(PQexec(link.pointer, "DEALLOCATE \(dropped)")) }
        switch use {
        case .once:
            return bound.execute(statement.text, link)
        case .prepare(let name):
            let result = bound.prepare(statement.text, as: name, link)
            guard result.isError else { return bound.executePrepared(name, link) }
            prepared.forget(key)
            return result
        case .prepared(let name):
            let result = bound.executePrepared(name, link)
            guard result.isOutdatedPlan else { return result }
            // A table has changed since the statement was prepared.
            prepared.forgetAll()
            if isInTransaction {
                result.isOutdated = true
                return result
            }
            _ = ServerResult(PQexec(link.pointer, "DEALLOCATE ALL"))
            return bound.execute(statement.text, link)
        }
    }

    /// Records the state of the connection after a statement.
    private func noteState(of link: ServerLink) {
        if link.isLost {
            isTransactionLost = isInTransaction
            isInTransaction = false
            self.link = nil
        } else {
            isInTransaction = link.isInTransaction
        }
        isClean.store(!isInTransaction && !isTransactionLost, ordering: .releasing)
    }
}

extension ServerResult {
    /// Returns the results of a closure for each row.
    fileprivate func rows<Value>(_ decode: (any _Core.Row) throws -> Value) throws -> [Value] {
        try (0..<rowCount).map { try decode(PostgreSQLRow(result: self, row: $0)) }
    }
}
