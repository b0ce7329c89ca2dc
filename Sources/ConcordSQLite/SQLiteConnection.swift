import ConcordCore
import ConcordDatabase
import GRDB
import GRDBSQLite

/// The write connection of a database, or a read connection of its pool.
struct SQLiteConnection: DatabaseConnection {
    let database: any DatabaseWriter & Sendable
    let isWriter: Bool

    func execute(_ statement: SQLStatement) async throws -> Int {
        try await access { database in
            try Execution(statement, in: database).run { _ in }
            return database.changesCount
        }
    }

    func rows<Value: Sendable>(
        of statement: SQLStatement, _ decode: @escaping @Sendable (any _Core.Row) throws -> Value
    ) async throws -> [Value] {
        try await access { try Execution(statement, in: $0).rows(decode) }
    }

    func rows<First: Sendable, Second: Sendable>(
        of first: SQLStatement, _ decodeFirst: @escaping @Sendable (any _Core.Row) throws -> First,
        then second: SQLStatement, _ decodeSecond: @escaping @Sendable (any _Core.Row) throws -> Second
    ) async throws -> ([First], [Second]) {
        try await access { database in
            (
                try Execution(first, in: database).rows(decodeFirst),
                try Execution(second, in: database).rows(decodeSecond)
            )
        }
    }

    private func access<Result: Sendable>(_ body: @escaping @Sendable (GRDB.Database) throws -> Result) async throws
        -> Result
    {
        do {
            return isWriter
                ? try await database.writeWithoutTransaction(body) : try await database.unsafeRead(body)
        } catch let error as GRDB.DatabaseError {
            throw ConcordDatabase.DatabaseError(error, executing: nil)
        }
    }
}

/// A statement that is being executed.
private struct Execution {
    private let source: SQLStatement
    private let database: GRDB.Database
    private let statement: Statement

    init(_ source: SQLStatement, in database: GRDB.Database) throws {
        self.source = source
        self.database = database
        do {
            statement = try database.cachedStatement(sql: source.text)
        } catch let error as GRDB.DatabaseError {
            throw ConcordDatabase.DatabaseError(error, executing: source)
        }
    }

    /// Returns the results of a closure for each row.
    func rows<Value>(_ decode: (SQLiteRow) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try run { values.append(try decode($0)) }
        return values
    }

    /// Calls a closure with each row, without copying the row as GRDB's cursors do.
    func run(_ body: (SQLiteRow) throws -> Void) throws {
        let handle = statement.sqliteStatement
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        for index in source.bindings.indices {
            switch source.bindings[index].bind(to: handle, at: CInt(index + 1)) {
            case SQLITE_OK: continue
            case SQLITE_RANGE:
                throw ConcordDatabase.DatabaseError(
                    .invalidValue, "The duration is too large to store.", statement: source)
            default: throw failure
            }
        }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body(SQLiteRow(handle: handle))
            case SQLITE_DONE: return
            default: throw failure
            }
        }
    }

    private var failure: ConcordDatabase.DatabaseError {
        guard let connection = database.sqliteConnection else {
            return ConcordDatabase.DatabaseError(.unavailable, "The database is closed.", statement: source)
        }
        return ConcordDatabase.DatabaseError(
            code: sqlite3_extended_errcode(connection), String(cString: sqlite3_errmsg(connection)), source)
    }
}

extension ConcordDatabase.DatabaseError {
    init(_ error: GRDB.DatabaseError, executing statement: SQLStatement?) {
        self.init(code: error.extendedResultCode.rawValue, error.message ?? error.description, statement)
    }

    /// Creates the error for a code of SQLite. The message contains the columns of a constraint.
    fileprivate init(code: CInt, _ message: String, _ statement: SQLStatement?) {
        self.init(Kind(code: code, message), message, statement: statement)
    }
}

extension ConcordDatabase.DatabaseError.Kind {
    fileprivate init(code: CInt, _ message: String) {
        let detail = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
        let columns = detail.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1) }
        let table = columns.first?.first.map(String.init) ?? ""
        let names = columns.compactMap { $0.last.map(String.init) }
        self =
            switch (code, code & 0xff) {
            case (SQLITE_CONSTRAINT_UNIQUE, _), (SQLITE_CONSTRAINT_PRIMARYKEY, _), (SQLITE_CONSTRAINT_ROWID, _):
                .unique(table: table, columns: names)
            case (SQLITE_CONSTRAINT_NOTNULL, _): .notNull(table: table, column: names.first ?? "")
            case (SQLITE_CONSTRAINT_CHECK, _): .check(detail)
            // SQLite implements ON DELETE RESTRICT with a trigger.
            case (SQLITE_CONSTRAINT_FOREIGNKEY, _), (SQLITE_CONSTRAINT_TRIGGER, _):
                .foreignKey(table: nil, column: nil)
            case (_, SQLITE_BUSY), (_, SQLITE_LOCKED): .conflict
            case (_, SQLITE_CANTOPEN), (_, SQLITE_IOERR), (_, SQLITE_FULL), (_, SQLITE_NOTADB), (_, SQLITE_CORRUPT):
                .unavailable
            default: .other
            }
    }
}

private let SQLITE_CONSTRAINT_CHECK = SQLITE_CONSTRAINT | (1 << 8)
private let SQLITE_CONSTRAINT_FOREIGNKEY = SQLITE_CONSTRAINT | (3 << 8)
private let SQLITE_CONSTRAINT_NOTNULL = SQLITE_CONSTRAINT | (5 << 8)
private let SQLITE_CONSTRAINT_PRIMARYKEY = SQLITE_CONSTRAINT | (6 << 8)
private let SQLITE_CONSTRAINT_TRIGGER = SQLITE_CONSTRAINT | (7 << 8)
private let SQLITE_CONSTRAINT_UNIQUE = SQLITE_CONSTRAINT | (8 << 8)
private let SQLITE_CONSTRAINT_ROWID = SQLITE_CONSTRAINT | (10 << 8)
