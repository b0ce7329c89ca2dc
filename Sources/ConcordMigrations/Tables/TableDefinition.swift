public import ConcordNames

/// A table as a database has it: what a model comes to, and what migrations add up to.
public struct TableDefinition: Hashable, Sendable {
    /// The table's name.
    public var name: String
    /// The columns, in their order.
    public var columns: [ColumnDefinition]
    /// Columns whose values no two rows have in common, beside those of single columns.
    public var constraints: [UniqueConstraint]
    /// The conditions that each row satisfies.
    public var checks: [CheckConstraint]
    /// Columns by whose values rows are found fast, beside those of single columns.
    public var indexes: [TableIndex]

    /// Defines a table.
    public init(
        _ name: String, columns: [ColumnDefinition], constraints: [UniqueConstraint] = [],
        checks: [CheckConstraint] = [], indexes: [TableIndex] = []
    ) {
        self.name = name
        self.columns = columns
        self.constraints = constraints
        self.checks = checks
        self.indexes = indexes
    }
}

/// A column of a table.
public struct ColumnDefinition: Hashable, Sendable {
    /// The column's name.
    public var name: String
    /// The type of its values.
    public var type: _Core.ColumnType
    /// Whether a row may have no value.
    public var isNullable: Bool
    /// Whether the column is the primary key.
    public var isPrimaryKey: Bool
    /// Whether no two rows have the same value.
    public var isUnique: Bool
    /// Whether rows are found fast by the value.
    public var isIndexed: Bool
    /// The row of another table that the value leads to.
    public var reference: ForeignKey?
    /// The values that the column takes.
    package var bounds = ColumnBounds()
    /// The value of rows that are there when the column is added; it is no part of the table.
    public var initialValue: ColumnLiteral?

    /// Defines a column.
    public init(
        _ name: String, _ type: _Core.ColumnType, isNullable: Bool = false, isPrimaryKey: Bool = false,
        isUnique: Bool = false, isIndexed: Bool = false, references reference: ForeignKey? = nil
    ) {
        self.name = name
        self.type = type
        self.isNullable = isNullable
        self.isPrimaryKey = isPrimaryKey
        self.isUnique = isUnique
        self.isIndexed = isIndexed
        self.reference = reference
    }

    /// Where the values of a column lead.
    public struct ForeignKey: Hashable, Sendable {
        /// The table.
        public var table: String
        /// Its column.
        public var column: String
        /// What becomes of the row when the one that it leads to is deleted.
        public var onDelete: DeletionRule

        /// Leads to a column of a table.
        public init(_ table: String, _ column: String, onDelete: DeletionRule) {
            self.table = table
            self.column = column
            self.onDelete = onDelete
        }
    }
}

/// Columns whose values no two rows of a table have in common.
public struct UniqueConstraint: Hashable, Sendable {
    /// The constraint's name.
    public var name: String
    /// The columns.
    public var columns: [String]

    /// Names the columns.
    public init(_ name: String, _ columns: [String]) {
        self.name = name
        self.columns = columns
    }
}

/// A condition that each row of a table satisfies, unless a value in it is null.
public struct CheckConstraint: Hashable, Sendable {
    /// The constraint's name.
    public var name: String
    /// The condition, in SQL that both databases read.
    public var condition: String

    /// Creates a check.
    public init(_ name: String, _ condition: String) {
        self.name = name
        self.condition = condition
    }
}

/// Columns by whose values rows of a table are found fast.
public struct TableIndex: Hashable, Sendable {
    /// The index's name.
    public var name: String
    /// The columns, in the order of the index.
    public var columns: [String]
    /// Whether no two rows of the index have the same values.
    public var isUnique: Bool
    /// The condition of the rows that the index is about, in SQL that both databases read; nil for all rows.
    public var condition: String?

    /// Names the columns.
    public init(_ name: String, _ columns: [String], isUnique: Bool = false, where condition: String? = nil) {
        self.name = name
        self.columns = columns
        self.isUnique = isUnique
        self.condition = condition
    }
}
