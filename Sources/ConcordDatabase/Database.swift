public import ConcordCore

/// A database with the objects of an app's models.
///
/// An app needs no code to open its database. `DATABASE_URL` contains the URL, and the default is the file
/// `db.sqlite3`. Queries use the database in the environment of the request or command:
///
///     let stations = try await Station.objects.filter { $0.elevation >= 1000 }.fetch()
public struct Database: Sendable {
    /// The driver that executes the statements.
    package let driver: any DatabaseDriver
    /// The identity of the database.
    private let identity: Identity

    private final class Identity: Sendable {}

    /// Creates a database with an open driver.
    public init(_ driver: any DatabaseDriver) {
        self.driver = driver
        identity = Identity()
    }

    /// The SQL dialect of the database.
    public var dialect: Dialect { driver.dialect }

    /// The database of the current request or command.
    ///
    /// - Throws: ``NoDatabase`` if there is none.
    public static var current: Database {
        get throws {
            guard let database = AppEnvironment.current.database else { throw NoDatabase() }
            return database
        }
    }

    /// Checks that the database responds.
    ///
    /// - Throws: ``DatabaseError`` if it doesn't respond.
    package func ping() async throws {
        _ = try await withConnection(for: .read) { try await $0.rows(of: "SELECT 1") { _ in true } }
    }

    /// Closes all connections.
    public func close() async throws { try await driver.close() }

    /// Whether two values refer to the same database.
    func isSame(as other: Database) -> Bool { identity === other.identity }
}

/// The error for a query without a database.
public struct NoDatabase: Error, CustomStringConvertible {
    /// The error, and how to fix it.
    public let description =
        "No database is available here. Run queries in a request, in a command of the app, or in 'database.run { … }'."
}

extension AppEnvironment {
    private static let databaseEntry = _Core.EnvironmentEntry<Database?>(nil)

    /// The database of the app. It is `nil` until the app has opened it, and in an app without models.
    public var database: Database? {
        get { self[Self.databaseEntry] }
        set { self[Self.databaseEntry] = newValue }
    }
}

extension Database {
    /// Runs an operation with this database, for example in a test, or outside requests and commands.
    public func run<Result>(
        isolation: isolated (any Actor)? = #isolation,
        _ operation: () async throws -> Result
    ) async rethrows -> Result {
        var environment = AppEnvironment.current
        environment.database = self
        return try await environment.run(isolation: isolation, operation)
    }

    /// Calls a closure with a connection: the connection of the task's transaction, or a connection from the pool.
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

    /// Executes a custom statement, and returns the number of changed rows. Values are bound as parameters, and never
    /// become part of the text:
    ///
    ///     try await database.execute("UPDATE station SET elevation = elevation + \(10) WHERE id = \(id)")
    @discardableResult
    public func execute(_ statement: SQLQuery) async throws -> Int {
        try await execute(statement: statement.statement(for: dialect))
    }

    /// Executes a custom statement, and returns the values of its rows.
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
