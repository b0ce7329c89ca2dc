import CConcordPostgreSQL
import ConcordDatabase

/// What the server answers to a statement.
final class ServerResult {
    /// Nil where there is no memory, or no connection.
    let pointer: OpaquePointer?

    init(_ pointer: OpaquePointer?) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    var rowCount: CInt { PQntuples(pointer) }

    /// How many rows the statement changed.
    var changedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }

    var isError: Bool {
        switch PQresultStatus(pointer) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: false
        default: true
        }
    }

    /// Whether the server can't execute a prepared statement any more.
    var isOutdatedPlan: Bool { ["0A000", "26000"].contains(sqlState) }

    /// Whether that is why the statement was not executed.
    var isOutdated = false

    var sqlState: String? { field("C") }

    /// A part of the server's report of an error, by the letter that the protocol has for it.
    func field(_ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(pointer, CInt(letter.value)).map { String(cString: $0) }
    }

    /// What went wrong; nil where nothing did.
    func error(executing statement: SQLStatement, on link: ServerLink) -> (error: DatabaseError, isCancellation: Bool)?
    {
        guard isError else {
            // The server answers so, and reports no error, where a statement of the transaction has failed.
            guard statement.text == "COMMIT", String(cString: PQcmdStatus(pointer)) == "ROLLBACK" else { return nil }
            let message = "The transaction was rolled back, since one of its statements had failed."
            return (DatabaseError(.other, message, statement: statement), false)
        }
        let message = field("M") ?? (link.message.isEmpty ? "The statement can't be executed so." : link.message)
        let kind = DatabaseError.Kind(self, executing: statement, isLost: link.isLost)
        return (DatabaseError(kind, message, statement: statement), sqlState == "57014")
    }
}

extension DatabaseError.Kind {
    /// What the server's codes mean (PostgreSQL, appendix A).
    fileprivate init(_ result: ServerResult, executing statement: SQLStatement, isLost: Bool) {
        let table = result.field("t") ?? ""
        self =
            switch result.sqlState ?? "" {
            case "23505": .unique(table: table, columns: result.detailedColumns)
            // A row that is to be deleted is named by the same code, with the table that leads to it.
            case "23503" where !statement.text.hasPrefix("DELETE"):
                .foreignKey(table: table, column: result.detailedColumns.first)
            case "23503", "23001": .foreignKey(table: nil, column: nil)
            case "23502": .notNull(table: table, column: result.field("c") ?? "")
            case "23514", "23P01": .check(result.field("n") ?? "")
            // A serialization failure, a deadlock, a lock that is not to be had; a plan that a changed table outdates.
            case "40001", "40P01", "55P03": .conflict
            case _ where result.isOutdated: .conflict
            case "57014": .timeout
            // Texts, numbers and times that their column or the encoding doesn't take.
            case "22001", "22003", "22008", "22009", "22015", "22021", "22P05": .invalidValue
            // The server shuts down, starts, has no more connections, or has ended this one.
            case "57P01", "57P02", "57P03", "57P05", "25P03", "53300": .unavailable
            case let state where state.hasPrefix("08") || isLost: .unavailable
            default: .other
            }
    }
}

extension ServerResult {
    /// The columns in a detail such as `Key (station, visitor)=(1, Eva) already exists.`, in whatever language its words are.
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
