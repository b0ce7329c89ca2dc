/// An error that a database reports.
public struct DatabaseError: Error, Sendable {
    /// The kind of error.
    public let kind: Kind
    /// The message from the database.
    public let message: String
    /// The statement, or `nil` if the error doesn't concern a statement.
    public var statement: SQLStatement?

    /// Creates an error.
    public init(_ kind: Kind, _ message: String, statement: SQLStatement? = nil) {
        self.kind = kind
        self.message = message
        self.statement = statement
    }

    /// The kind of error.
    public enum Kind: Hashable, Sendable {
        /// Another row has the same values in these columns.
        case unique(table: String, columns: [String])
        /// A foreign key refers to a missing row, or other rows refer to a deleted row. The column is `nil` in the
        /// second case, and if the database doesn't report it.
        case foreignKey(table: String?, column: String?)
        /// A required column is null.
        case notNull(table: String, column: String)
        /// A row violates the check constraint with this name.
        case check(String)
        /// The column or its encoding can't store the value. For example, PostgreSQL can't store text with U+0000.
        case invalidValue
        /// The transaction conflicts with another one. It may succeed if it runs again.
        case conflict
        /// The database can't be reached, or has closed the connection.
        case unavailable
        /// The statement exceeded its time limit.
        case timeout
        /// Any other error, such as a missing table.
        case other
    }
}

extension DatabaseError.Kind {
    /// Whether the error concerns a foreign key.
    var isForeignKey: Bool { if case .foreignKey = self { true } else { false } }
}

extension DatabaseError: CustomStringConvertible {
    /// The message of the database, and the statement.
    public var description: String { message + (statement.map { ", in: \($0.text)" } ?? "") }
}
