public import ConcordCore

/// What executes statements in a database of one kind: SQLite, PostgreSQL.
///
/// An app names the product of a driver in its package, `ConcordSQLite` or `ConcordPostgreSQL`. The scheme of the database's
/// URL says which driver opens it.
public protocol DatabaseDriver: Sendable {
    /// The language that the database speaks.
    var dialect: Dialect { get }

    /// Lends a connection, and waits for one where all are lent.
    ///
    /// - Throws: ``DatabaseError`` if no connection can be made; `CancellationError` if the task is canceled while it waits.
    func connection(for access: DatabaseAccess) async throws -> any DatabaseConnection

    /// Takes a connection back.
    func release(_ connection: any DatabaseConnection)

    /// Closes all connections.
    func close() async throws

    /// The program in which a person enters statements; nil if there is none for this database.
    var shell: DatabaseShell? { get }
}

extension DatabaseDriver {
    /// No program.
    public var shell: DatabaseShell? { nil }
}

/// A program in which a person enters statements for a database: `sqlite3`, `psql`.
public struct DatabaseShell: Hashable, Sendable {
    /// The name of the program.
    public let program: String
    /// The arguments that lead it to the database. Other users can read them, so they contain no password.
    public let arguments: [String]
    /// The environment variables that the program gets besides those of this process.
    public let environment: [String: String]

    /// Describes how to start a program.
    public init(_ program: String, _ arguments: [String] = [], environment: [String: String] = [:]) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
    }
}

/// What a connection is lent for.
public enum DatabaseAccess: Sendable {
    /// Statements that only read.
    case read
    /// Statements of any kind, or a transaction.
    case write
}

/// A connection to a database, which executes one statement at a time.
public protocol DatabaseConnection: Sendable {
    /// Executes a statement and returns how many rows it changed.
    ///
    /// - Throws: ``DatabaseError`` as the database reports it.
    @discardableResult
    func execute(_ statement: SQLStatement) async throws -> Int

    /// Executes a statement and returns what a closure makes of each row.
    ///
    /// - Throws: ``DatabaseError`` as the database reports it, and what the closure throws.
    func rows<Value: Sendable>(
        of statement: SQLStatement, _ decode: @escaping @Sendable (any _Core.Row) throws -> Value
    ) async throws -> [Value]
}

/// A kind of database, as an app's executable finds it: the type that a driver's module declares.
public protocol DatabaseDriverType: Sendable {
    /// The schemes of URLs that it opens: `sqlite`, `postgres`.
    static var schemes: [String] { get }

    /// Opens a database.
    ///
    /// - Parameters:
    ///   - url: Where it is, with its scheme.
    ///   - poolSize: The maximum number of connections; nil for the driver's default.
    /// - Throws: ``DatabaseError`` if it can't be opened, or if the URL says something that the driver doesn't know.
    static func open(_ url: String, poolSize: Int?) async throws -> any DatabaseDriver
}
