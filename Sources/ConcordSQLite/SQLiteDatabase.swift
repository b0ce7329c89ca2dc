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
/// A file has one writer and many readers at a time, which see what was committed before (`PRAGMA journal_mode = WAL`).
public final class SQLiteDatabase: DatabaseDriver {
    private let writer: any DatabaseWriter & Sendable
    /// Lends the writer to one task at a time, for the time of a transaction.
    private let writing = Turnstile()
    private let isInMemory: Bool
    private let path: String

    /// Opens a database.
    ///
    /// - Parameters:
    ///   - path: The file, which is made where it is missing; `:memory:` for a database of this value alone.
    ///   - poolSize: The maximum number of connections that read at the same time.
    /// - Throws: `DatabaseError` if the file can't be opened or is not a database.
    public init(path: String, poolSize: Int = 8) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        // A transaction lasts as long as a task needs, and not as long as a closure of GRDB's.
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

    /// SQLite's.
    public var dialect: Dialect { .sqlite }

    /// Lends the writer, or a reader of the pool.
    public func connection(for access: DatabaseAccess) async throws -> any DatabaseConnection {
        // A database in memory has one connection, on which a reader would see the transaction of another task.
        if access == .write || isInMemory {
            try await writing.enter()
            return SQLiteConnection(database: writer, isWriter: true)
        }
        return SQLiteConnection(database: writer, isWriter: false)
    }

    /// Takes a connection back.
    public func release(_ connection: any DatabaseConnection) {
        if (connection as? SQLiteConnection)?.isWriter == true { writing.leave() }
    }

    /// Closes all connections.
    public func close() async throws { try writer.close() }

    /// `sqlite3` with the file; nil for a database in memory.
    public var shell: DatabaseShell? { isInMemory ? nil : DatabaseShell("sqlite3", [path]) }
}

/// The driver, as an app finds it by the scheme of its database's URL.
public enum SQLiteDriver: DatabaseDriverType {
    /// `sqlite`.
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
    /// Decimal numbers in text, by their value.
    fileprivate static let decimal = DatabaseCollation("concord_decimal") { left, right in
        guard let left = Decimal(string: left), let right = Decimal(string: right) else { return .orderedSame }
        if left == right { return .orderedSame }
        return left < right ? .orderedAscending : .orderedDescending
    }
}

extension DatabaseFunction {
    /// The text in lower case, in every script: SQLite's own function knows ASCII alone.
    fileprivate static let lowercased = DatabaseFunction("concord_lower", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0])?.lowercased()
    }
}

extension DatabaseFunction {
    /// The exact sum of decimal numbers in text; null without any.
    fileprivate static let sum = DatabaseFunction(
        "concord_sum", argumentCount: 1, pure: true, aggregate: DecimalSum.self)
}

extension DatabaseFunction {
    /// An exact operation on two decimal numbers in text; null where one is null, and for a division by zero.
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
