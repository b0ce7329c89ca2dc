/// What a database reports where it can't do what a statement says.
public struct DatabaseError: Error, Sendable {
    /// What kind of error it is.
    public let kind: Kind
    /// What the database says about it.
    public let message: String
    /// The statement; nil where there is none.
    public var statement: SQLStatement?

    /// Describes an error.
    public init(_ kind: Kind, _ message: String, statement: SQLStatement? = nil) {
        self.kind = kind
        self.message = message
        self.statement = statement
    }

    /// What kind of error it is.
    public enum Kind: Hashable, Sendable {
        /// Another row has the same values in these columns.
        case unique(table: String, columns: [String])
        /// A key leads to no row: that of a column, where the database says which. Or rows lead to the one that is deleted; then
        /// there is no column.
        case foreignKey(table: String?, column: String?)
        /// A column has no value that must have one.
        case notNull(table: String, column: String)
        /// A row doesn't fulfil a constraint of this name.
        case check(String)
        /// A column or its encoding doesn't take the value: PostgreSQL stores no text with U+0000.
        case invalidValue
        /// Another transaction is in the way: the same transaction may succeed when it is run again.
        case conflict
        /// The database can't be reached, or ended the connection.
        case unavailable
        /// The statement took longer than it may.
        case timeout
        /// Anything else, such as a table that is missing.
        case other
    }
}

extension DatabaseError.Kind {
    /// Whether a key leads nowhere, or to the row that is deleted.
    var isForeignKey: Bool { if case .foreignKey = self { true } else { false } }
}

extension DatabaseError: CustomStringConvertible {
    /// The database's message and the statement.
    public var description: String { message + (statement.map { ", in: \($0.text)" } ?? "") }
}
