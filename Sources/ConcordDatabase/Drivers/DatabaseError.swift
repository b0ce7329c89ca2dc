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
        /// A key leads to no row, or rows lead to the one that is deleted.
        case foreignKey
        /// A column has no value that must have one.
        case notNull(table: String, column: String)
        /// A row doesn't fulfil a constraint of this name.
        case check(String)
        /// Another transaction is in the way: the same transaction may succeed when it is run again.
        case conflict
        /// The database can't be reached, or ended the connection.
        case unavailable
        /// Anything else, such as a table that is missing.
        case other
    }
}

extension DatabaseError: CustomStringConvertible {
    /// What the database says, and of which statement.
    public var description: String { message + (statement.map { ", in: \($0.text)" } ?? "") }
}
