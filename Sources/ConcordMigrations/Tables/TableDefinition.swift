public import ConcordNames

/// The definition of a table, derived from a model or from migrations.
public struct TableDefinition: Hashable, Sendable {
    /// The name of the table.
    public var name: String
    /// The columns, in order.
    public var columns: [ColumnDefinition]
    /// The unique constraints, except for those of single columns.
    public var constraints: [UniqueConstraint]
    /// The conditions that each row must satisfy.
    public var checks: [CheckConstraint]
    /// The indexes, except for those of single columns.
    public var indexes: [TableIndex]

    /// Creates the definition of a table.
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
    /// The name of the column.
    public var name: String
    /// The type of the values.
    public var type: _Core.ColumnType
    /// Whether the value can be null.
    public var isNullable: Bool
    /// Whether the column is the primary key.
    public var isPrimaryKey: Bool
    /// Whether the values must be unique.
    public var isUnique: Bool
    /// Whether the column has an index.
    public var isIndexed: Bool
    /// The foreign key, if the column refers to another table.
    public var reference: ForeignKey?
    /// The bounds of the values.
    package var bounds = ColumnBounds()
    /// The value for existing rows when the column is added. It is not part of the table.
    public var initialValue: ColumnLiteral?

    /// Creates the definition of a column.
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

    /// A foreign key: the column of another table that a column refers to.
    public struct ForeignKey: Hashable, Sendable {
        /// The table that the key refers to.
        public var table: String
        /// The column that the key refers to.
        public var column: String
        /// The effect on the row when the referenced row is deleted.
        public var onDelete: DeletionRule

        /// Creates a foreign key.
        public init(_ table: String, _ column: String, onDelete: DeletionRule) {
            self.table = table
            self.column = column
            self.onDelete = onDelete
        }
    }
}

/// A unique constraint on columns.
public struct UniqueConstraint: Hashable, Sendable {
    /// The name of the constraint.
    public var name: String
    /// The columns.
    public var columns: [String]

    /// Creates a constraint on columns.
    public init(_ name: String, _ columns: [String]) {
        self.name = name
        self.columns = columns
    }
}

/// A condition that each row of a table must satisfy. A row also satisfies it if the condition is null for the row.
public struct CheckConstraint: Hashable, Sendable {
    /// The name of the constraint.
    public var name: String
    /// The condition, in SQL that both databases accept.
    public var condition: String

    /// Creates a check.
    public init(_ name: String, _ condition: String) {
        self.name = name
        self.condition = condition
    }
}

/// An index of a table.
public struct TableIndex: Hashable, Sendable {
    /// The name of the index.
    public var name: String
    /// The columns, in the order of the index.
    public var columns: [String]
    /// Whether the values must be unique.
    public var isUnique: Bool
    /// The condition for the rows in the index, in SQL that both databases accept, or `nil` for all rows.
    public var condition: String?

    /// Creates an index on columns.
    public init(_ name: String, _ columns: [String], isUnique: Bool = false, where condition: String? = nil) {
        self.name = name
        self.columns = columns
        self.isUnique = isUnique
        self.condition = condition
    }
}
