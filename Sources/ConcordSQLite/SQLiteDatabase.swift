import ConcordCore
public import ConcordDatabase
import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A SQLite database in a file or in memory.
///
/// A file has one writer and many concurrent readers, which see committed data (`PRAGMA journal_mode = WAL`).
public final class SQLiteDatabase: DatabaseDriver {
    private let writer: any DatabaseWriter & Sendable
    /// Limits write access to one task at a time, for the duration of a transaction.
    private let writing = Turnstile()
    private let isInMemory: Bool
    private let path: String

    /// Opens a database.
    ///
    /// - Parameters:
    ///   - path: The path of the file, which is created if it doesn't exist, or `:memory:` for a private in-memory
    ///     database.
    ///   - poolSize: The maximum number of concurrent read connections.
    /// - Throws: `DatabaseError` if the file can't be opened or is not a database.
    public init(path: String, poolSize: Int = 8) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        // A transaction lasts longer than a single closure of GRDB.
        configuration.allowsUnsafeTransactions = true
        // Another process may be writing.
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = poolSize
        configuration.prepareDatabase { database in
            database.add(collation: .decimal)
            database.add(function: .lowercased)
            database.add(function: .sum)
            database.add(function: .decimalArithmetic)
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
        }
        isInMemory = path == ":memory:"
        self.path = path
        do {
            writer =
                isInMemory
                ? try DatabaseQueue(configuration: configuration)
                : try DatabasePool(path: path, configuration: configuration)
        } catch let error as GRDB.DatabaseError {
            throw ConcordDatabase.DatabaseError(error, opening: path)
        }
    }

    /// The SQLite dialect.
    public var dialect: Dialect { .sqlite }

    /// Returns the write connection, or a read connection of the pool.
    public func connection(for access: DatabaseAccess) async throws -> any DatabaseConnection {
        // An in-memory database has one connection, on which a reader would see the transaction of another task.
        if access == .write || isInMemory {
            try await writing.enter()
            return SQLiteConnection(database: writer, isWriter: true)
        }
        return SQLiteConnection(database: writer, isWriter: false)
    }

    /// Returns a connection to the pool.
    public func release(_ connection: any DatabaseConnection) {
        if (connection as? SQLiteConnection)?.isWriter == true { writing.leave() }
    }

    /// Closes all connections.
    public func close() async throws { try writer.close() }

    /// The `sqlite3` program with the file, or `nil` for an in-memory database.
    public var shell: DatabaseShell? { isInMemory ? nil : DatabaseShell("sqlite3", [path]) }
}

/// The driver type, which an app finds by the scheme of its database URL.
public enum SQLiteDriver: DatabaseDriverType {
    /// The scheme `sqlite`.
    public static let schemes = ["sqlite"]

    /// Opens `sqlite:db.sqlite3`, `sqlite:///var/lib/app.sqlite3` or `sqlite::memory:`.
    public static func open(_ url: String, poolSize: Int?) async throws -> any DatabaseDriver {
        var path = url.dropFirst("sqlite:".count)
        if path.hasPrefix("//") { path = path.dropFirst(2) }
        guard let poolSize else { return try SQLiteDatabase(path: String(path)) }
        return try SQLiteDatabase(path: String(path), poolSize: poolSize)
    }
}

extension DatabaseCollation {
    /// A collation that compares decimal numbers in text by value.
    fileprivate static let decimal = DatabaseCollation("concord_decimal") { left, right in
        guard let left = Decimal(string: left), let right = Decimal(string: right) else { return .orderedSame }
        if left == right { return .orderedSame }
        return left < right ? .orderedAscending : .orderedDescending
    }
}

extension DatabaseFunction {
    /// A function that converts text of any script to lowercase. The built-in function supports only ASCII.
    fileprivate static let lowercased = DatabaseFunction("concord_lower", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0])?.lowercased()
    }
}

extension DatabaseFunction {
    /// A function that returns the exact sum of decimal numbers in text, or null if there are none.
    fileprivate static let sum = DatabaseFunction(
        "concord_sum", argumentCount: 1, pure: true, aggregate: DecimalSum.self)
}

extension DatabaseFunction {
    /// A function for exact arithmetic on two decimal numbers in text. The result is null if one of them is null, or
    /// for a division by zero.
    fileprivate static let decimalArithmetic = DatabaseFunction("concord_decimal", argumentCount: 3, pure: true) {
        values in
        guard let left = String.fromDatabaseValue(values[1]).flatMap({ Decimal(string: $0) }),
            let right = String.fromDatabaseValue(values[2]).flatMap({ Decimal(string: $0) })
        else { return nil }
        switch String.fromDatabaseValue(values[0]) {
        case "+": return (left + right).description
        case "-": return (left - right).description
        case "*": return (left * right).description
        default: return right == 0 ? nil : (left / right).description
        }
    }
}

private struct DecimalSum: DatabaseAggregate {
    private var sum: Decimal?

    mutating func step(_ values: [DatabaseValue]) {
        guard let text = String.fromDatabaseValue(values[0]), let value = Decimal(string: text) else { return }
        sum = (sum ?? 0) + value
    }

    func finalize() -> (any DatabaseValueConvertible)? { sum?.description }
}

extension ConcordDatabase.DatabaseError {
    init(_ error: GRDB.DatabaseError, opening path: String) {
        self.init(.unavailable, "The database '\(path)' can't be opened: \(error.message ?? error.description)")
    }
}
