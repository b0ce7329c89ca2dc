public import ConcordCore

/// A database that holds the objects of an app's models.
///
/// An app needs no code for it: `DATABASE_URL` says where it is, and without it, it is the file `db.sqlite3`. Queries find
/// the database in the environment of the request or of the command:
///
///     let stations = try await Station.objects.filter { $0.elevation >= 1000 }.fetch()
public struct Database: Sendable {
    /// What executes the statements.
    package let driver: any DatabaseDriver
    /// What tells this database from another one.
    private let identity: Identity

    private final class Identity: Sendable {}

    /// Holds a database that a driver has opened.
    public init(_ driver: any DatabaseDriver) {
        self.driver = driver
        identity = Identity()
    }

    /// The language that the database speaks.
    public var dialect: Dialect { driver.dialect }

    /// The database of the current request or command.
    ///
    /// - Throws: ``NoDatabase`` where there is none.
    public static var current: Database {
        get throws {
            guard let database = AppEnvironment.current.database else { throw NoDatabase() }
            return database
        }
    }

    /// Asks the database for an answer.
    ///
    /// - Throws: ``DatabaseError`` if it gives none.
    package func ping() async throws {
        _ = try await withConnection(for: .read) { try await $0.rows(of: "SELECT 1") { _ in true } }
    }

    /// Closes all connections.
    public func close() async throws { try await driver.close() }

    /// Whether two values are the same database.
    func isSame(as other: Database) -> Bool { identity === other.identity }
}

/// A query was executed where there is no database.
public struct NoDatabase: Error, CustomStringConvertible {
    /// What is missing, and where it comes from.
    public let description =
        "There is no database here: a query runs in a request, in a command of the app, or in 'database.run { … }'."
}

extension AppEnvironment {
    private static let databaseEntry = _Core.EnvironmentEntry<Database?>(nil)

    /// The database of the app; nil until the app has opened it, and for an app without models.
    public var database: Database? {
        get { self[Self.databaseEntry] }
        set { self[Self.databaseEntry] = newValue }
    }
}

extension Database {
    /// Runs an operation whose queries go to this database: in a test, or where neither a request nor a command runs.
    public func run<Result>(
        isolation: isolated (any Actor)? = #isolation,
        _ operation: () async throws -> Result
    ) async rethrows -> Result {
        var environment = AppEnvironment.current
        environment.database = self
        return try await environment.run(isolation: isolation, operation)
    }

    /// Lends a connection while a closure runs: that of the transaction that the current task is in, else another one.
    func withConnection<Result>(
        for access: DatabaseAccess,
        isolation: isolated (any Actor)? = #isolation,
        _ body: (any DatabaseConnection) async throws -> Result
    ) async throws -> Result {
        if let transaction = Transaction.current, transaction.database.isSame(as: self) {
            return try await body(transaction.connection)
        }
        let connection = try await driver.connection(for: access)
        defer { driver.release(connection) }
        return try await body(connection)
    }

    /// Executes a statement of your own and returns how many rows it changed. Values are bound, and never become a part of
    /// the text:
    ///
    ///     try await database.execute("UPDATE station SET elevation = elevation + \(10) WHERE id = \(id)")
    @discardableResult
    public func execute(_ statement: SQLQuery) async throws -> Int {
        try await execute(statement: statement.statement(for: dialect))
    }

    /// Executes a statement of your own and returns the values of its rows.
    public func rows<each Value: ColumnValue>(
        _ statement: SQLQuery, as types: (repeat each Value).Type = (repeat each Value).self
    ) async throws -> [(repeat each Value)] {
        let statement = statement.statement(for: dialect)
        return try await withConnection(for: .write) { connection in
            try await connection.rows(of: statement) { row in
                var position = RowPosition()
                return (repeat try (each Value)(row, at: position.next()))
            }
        }
    }
}
