public import ConcordDatabase
import Synchronization

/// A PostgreSQL database on a server.
///
/// Connections are opened on demand and reused. If the server closes a connection, it is reopened, and its current
/// transaction fails.
public final class PostgreSQLDatabase: DatabaseDriver {
    private let parameters: ConnectionParameters
    /// Limits the number of tasks to the size of the pool.
    private let lending: Turnstile
    private let pool = Mutex(Pool())

    /// The default maximum number of connections.
    public static let defaultPoolSize = 10

    private struct Pool {
        /// The idle connections, most recently used last.
        var idle: [PostgreSQLConnection] = []
        var isClosed = false
    }

    /// Creates a driver for a database. It connects when the first statement is executed.
    ///
    /// - Parameters:
    ///   - url: The URL `postgres://user:password@host:port/name`, with options of libpq after a `?`, such as
    ///     `sslmode=verify-full`.
    ///   - poolSize: The maximum number of connections.
    ///   - statementTimeout: The time limit of a statement, or `nil` for the limit of the server.
    /// - Throws: `DatabaseError` if the URL is not valid.
    public init(url: String, poolSize: Int = defaultPoolSize, statementTimeout: Duration? = nil) throws {
        parameters = try ConnectionParameters(url: url, statementTimeout: statementTimeout)
        lending = Turnstile(room: poolSize)
    }

    /// The PostgreSQL dialect.
    public var dialect: Dialect { .postgreSQL }

    /// Returns a connection of the pool.
    public func connection(for access: DatabaseAccess) async throws -> any DatabaseConnection {
        try await lending.enter()
        let (idle, isClosed) = pool.withLock { ($0.idle.popLast(), $0.isClosed) }
        if isClosed {
            lending.leave()
            throw DatabaseError(.unavailable, "The database is closed.")
        }
        return idle ?? PostgreSQLConnection(parameters)
    }

    /// Returns a connection to the pool, or closes it if it is lost or still in a transaction.
    public func release(_ connection: any DatabaseConnection) {
        if let connection = connection as? PostgreSQLConnection, connection.isReusable {
            pool.withLock { pool in
                if !pool.isClosed { pool.idle.append(connection) }
            }
        }
        lending.leave()
    }

    /// Closes all connections. Connections in use are closed when they are released.
    public func close() async throws {
        // The connections close themselves outside of the lock.
        _ = pool.withLock { pool in
            pool.isClosed = true
            defer { pool.idle = [] }
            return pool.idle
        }
    }

    /// The `psql` program with the parameters of the URL.
    public var shell: DatabaseShell? { parameters.shell }
}

/// The driver type, which an app finds by the scheme of its database URL.
public enum PostgreSQLDriver: DatabaseDriverType {
    /// The schemes `postgres` and `postgresql`.
    public static let schemes = ["postgres", "postgresql"]

    /// Opens `postgres://user:password@host/name`.
    public static func open(_ url: String, poolSize: Int?) async throws -> any DatabaseDriver {
        try PostgreSQLDatabase(url: url, poolSize: poolSize ?? PostgreSQLDatabase.defaultPoolSize)
    }
}
