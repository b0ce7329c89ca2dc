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
    /// - Parameter url: Where it is, with its scheme.
    /// - Throws: ``DatabaseError`` if it can't be opened, or if the URL says something that the driver doesn't know.
    static func open(_ url: String) async throws -> any DatabaseDriver
}
