import CConcordPostgreSQL
import ConcordDatabase

/// The result of a statement.
final class ServerResult {
    /// The result, or `nil` if there is not enough memory or no connection.
    let pointer: OpaquePointer?

    init(_ pointer: OpaquePointer?) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    var rowCount: CInt { PQntuples(pointer) }

    /// The number of changed rows.
    var changedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    var isError: Bool {
        switch PQresultStatus(pointer) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: false
        default: true
        }
    }

    /// Whether the server can no longer execute a prepared statement.
    var isOutdatedPlan: Bool { ["0A000", "26000"].contains(sqlState) }

    /// Whether the statement failed because the server can no longer execute its prepared statement.
    var isOutdated = false

    var sqlState: String? { field("C") }

    /// Returns a field of the error report by its letter in the protocol.
    func field(_ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(pointer, CInt(letter.value)).map { String(cString: $0) }
    }

    /// Returns the error of the statement, or `nil` if it succeeded.
    func error(executing statement: SQLStatement, on link: ServerLink) -> (error: DatabaseError, isCancellation: Bool)?
    {
        guard isError else {
            // If a statement of the transaction failed, COMMIT reports ROLLBACK and no error.
            guard statement.text == "COMMIT", String(cString: PQcmdStatus(pointer)) == "ROLLBACK" else { return nil }
            let message = "The transaction was rolled back because one of its statements failed."
            return (DatabaseError(.other, message, statement: statement), false)
        }
        let message = field("M") ?? (link.message.isEmpty ? "The statement can't be executed this way." : link.message)
        let kind = DatabaseError.Kind(self, executing: statement, isLost: link.isLost)
        return (DatabaseError(kind, message, statement: statement), sqlState == "57014")
    }
}

extension DatabaseError.Kind {
    /// Creates the error for a code of the server (PostgreSQL documentation, appendix A).
    fileprivate init(_ result: ServerResult, executing statement: SQLStatement, isLost: Bool) {
        let table = result.field("t") ?? ""
        self =
            switch result.sqlState ?? "" {
            case "23505": .unique(table: table, columns: result.detailedColumns)
            // The same code reports that a row can't be deleted, with the table that refers to it.
            case "23503" where !statement.text.hasPrefix("DELETE"):
                .foreignKey(table: table, column: result.detailedColumns.first)
            case "23503", "23001": .foreignKey(table: nil, column: nil)
            case "23502": .notNull(table: table, column: result.field("c") ?? "")
            case "23514", "23P01": .check(result.field("n") ?? "")
            // A serialization failure, a deadlock, an unavailable lock, or a plan that a changed table invalidated.
            case "40001", "40P01", "55P03": .conflict
            case _ where result.isOutdated: .conflict
            case "57014": .timeout
            // Strings, numbers and timestamps that the column or the encoding can't store.
            case "22001", "22003", "22008", "22009", "22015", "22021", "22P05": .invalidValue
            // The server is shutting down or starting, has no free connections, or has closed this one.
            case "57P01", "57P02", "57P03", "57P05", "25P03", "53300": .unavailable
            case let state where state.hasPrefix("08") || isLost: .unavailable
            default: .other
            }
    }
}

extension ServerResult {
    /// The columns in a detail such as `Key (station, visitor)=(1, Eva) already exists.`, in any language.
    fileprivate var detailedColumns: [String] {
        guard let detail = field("D"), let start = detail.firstIndex(of: "(") else { return [] }
        var columns = [""]
        var isQuoted = false
        for character in detail[detail.index(after: start)...].prefix(upToFirst: ")=(") {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: columns.append("")
            case " " where !isQuoted: break
            default: columns[columns.count - 1].append(character)
            }
        }
        return columns
    }
}

extension Substring {
    fileprivate func prefix(upToFirst text: String) -> Substring {
        firstRange(of: text).map { self[..<$0.lowerBound] } ?? ""
    }
}
