public import ConcordDatabase
import Synchronization

/// A PostgreSQL database on a server.
///
/// Connections are made when they are needed, and used again. A connection that the server has ended is made anew, and a
/// transaction on it fails.
public final class PostgreSQLDatabase: DatabaseDriver {
    private let parameters: ConnectionParameters
    /// Lets as many tasks have a connection as the pool has.
    private let lending: Turnstile
    private let pool = Mutex(Pool())

    /// The maximum number of connections, unless the app chooses another one.
    public static let defaultPoolSize = 10

    private struct Pool {
        /// The connections that nobody has, the last one used at the end.
        var idle: [PostgreSQLConnection] = []
        var isClosed = false
    }

    /// Says where a database is; a connection is made with the first statement.
    ///
    /// - Parameters:
    ///   - url: `postgres://user:password@host:port/name`, with the options of libpq behind a `?`, such as
    ///     `sslmode=verify-full`.
    ///   - poolSize: How many connections there are at most.
    ///   - statementTimeout: How long a statement may take; nil for the server's own limit.
    /// - Throws: `DatabaseError` if libpq does not understand the URL.
    public init(url: String, poolSize: Int = defaultPoolSize, statementTimeout: Duration? = nil) throws {
        parameters = try ConnectionParameters(url: url, statementTimeout: statementTimeout)
        lending = Turnstile(room: poolSize)
    }

    /// PostgreSQL's.
    public var dialect: Dialect { .postgreSQL }

    /// Lends a connection of the pool.
    public func connection(for access: DatabaseAccess) async throws -> any DatabaseConnection {
        try await lending.enter()
        let (idle, isClosed) = pool.withLock { ($0.idle.popLast(), $0.isClosed) }
        if isClosed {
            lending.leave()
            throw DatabaseError(.unavailable, "The database is closed.")
        }
        return idle ?? PostgreSQLConnection(parameters)
    }

    /// Takes a connection back. One that is lost, or still in a transaction, is closed.
    public func release(_ connection: any DatabaseConnection) {
        if let connection = connection as? PostgreSQLConnection, connection.isReusable {
            pool.withLock { pool in
                if !pool.isClosed { pool.idle.append(connection) }
            }
        }
        lending.leave()
    }

    /// Closes all connections; those that are lent, when they come back.
    public func close() async throws {
        // The connections close themselves, outside of the lock.
        _ = pool.withLock { pool in
            pool.isClosed = true
            defer { pool.idle = [] }
            return pool.idle
        }
    }

    /// `psql` with the parameters of the URL.
    public var shell: DatabaseShell? { parameters.shell }
}

/// The driver, as an app finds it by the scheme of its database's URL.
public enum PostgreSQLDriver: DatabaseDriverType {
    /// `postgres` and `postgresql`.
    public static let schemes = ["postgres", "postgresql"]

    /// Opens `postgres://user:password@host/name`.
    public static func open(_ url: String, poolSize: Int?) async throws -> any DatabaseDriver {
        try PostgreSQLDatabase(url: url, poolSize: poolSize ?? PostgreSQLDatabase.defaultPoolSize)
    }
}
