public import ConcordCore

/// A driver for a database system, such as SQLite or PostgreSQL.
///
/// An app depends on the product of a driver: `ConcordSQLite` or `ConcordPostgreSQL`. The scheme of the database URL
/// selects the driver.
public protocol DatabaseDriver: Sendable {
    /// The SQL dialect of the database.
    var dialect: Dialect { get }

    /// Returns a connection. If all connections are in use, waits for one.
    ///
    /// - Throws: ``DatabaseError`` if the driver can't connect, or `CancellationError` if the task is canceled while it
    ///   waits.
    func connection(for access: DatabaseAccess) async throws -> any DatabaseConnection

    /// Returns a connection to the pool.
    func release(_ connection: any DatabaseConnection)

    /// Closes all connections.
    func close() async throws

    /// The shell of the database, or `nil` if it has none.
    var shell: DatabaseShell? { get }
}

extension DatabaseDriver {
    /// The default: no shell.
    public var shell: DatabaseShell? { nil }
}

/// An interactive program for a database, such as `sqlite3` or `psql`.
public struct DatabaseShell: Hashable, Sendable {
    /// The name of the program.
    public let program: String
    /// The arguments that select the database. They don't contain the password, because other users can read the
    /// arguments.
    public let arguments: [String]
    /// Environment variables for the program, in addition to those of the current process.
    public let environment: [String: String]

    /// Creates a shell.
    public init(_ program: String, _ arguments: [String] = [], environment: [String: String] = [:]) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
    }
}

/// The purpose of a connection.
public enum DatabaseAccess: Sendable {
    /// Statements that only read.
    case read
    /// Statements of any kind, or a transaction.
    case write
}

/// A connection to a database, which executes one statement at a time.
public protocol DatabaseConnection: Sendable {
    /// Executes a statement and returns the number of changed rows.
    ///
    /// - Throws: ``DatabaseError``.
    @discardableResult
    func execute(_ statement: SQLStatement) async throws -> Int

    /// Executes a statement and returns the result of a closure for each row.
    ///
    /// - Throws: ``DatabaseError``, or the error of the closure.
    func rows<Value: Sendable>(
        of statement: SQLStatement, _ decode: @escaping @Sendable (any _Core.Row) throws -> Value
    ) async throws -> [Value]

    /// Executes two queries in sequence, and returns the results of closures for their rows.
    ///
    /// The default implementation calls ``rows(of:_:)`` twice. A driver whose connection has its own thread can switch to
    /// it once instead.
    ///
    /// - Throws: ``DatabaseError``, or the error of a closure.
    func rows<First: Sendable, Second: Sendable>(
        of first: SQLStatement, _ decodeFirst: @escaping @Sendable (any _Core.Row) throws -> First,
        then second: SQLStatement, _ decodeSecond: @escaping @Sendable (any _Core.Row) throws -> Second
    ) async throws -> ([First], [Second])
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension DatabaseConnection {
    public func rows<First: Sendable, Second: Sendable>(
        of first: SQLStatement, _ decodeFirst: @escaping @Sendable (any _Core.Row) throws -> First,
        then second: SQLStatement, _ decodeSecond: @escaping @Sendable (any _Core.Row) throws -> Second
    ) async throws -> ([First], [Second]) {
        (try await rows(of: first, decodeFirst), try await rows(of: second, decodeSecond))
    }
}

/// A type through which an executable finds a driver. Each driver module declares one.
public protocol DatabaseDriverType: Sendable {
    /// The URL schemes of the driver, such as `sqlite` or `postgres`.
    static var schemes: [String] { get }

    /// Opens a database.
    ///
    /// - Parameters:
    ///   - url: The URL of the database.
    ///   - poolSize: The maximum number of connections, or `nil` for the default of the driver.
    /// - Throws: ``DatabaseError`` if the database can't be opened or the URL is not valid.
    static func open(_ url: String, poolSize: Int?) async throws -> any DatabaseDriver
}
