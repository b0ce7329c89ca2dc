extension _Core {
    /// A column that a query names, and the relations that lead from the query's model to its table.
    public struct ColumnReference: Hashable, Sendable {
        /// The relations that lead to the column's table, the first one from the query's model; none for a column of its own.
        package let path: [RelationStep]
        /// The property's name in Swift.
        package let name: String
        /// The column's name.
        package let column: String
        package let type: ColumnType
        package let isNullable: Bool

        package init(path: [RelationStep] = [], name: String, column: String, type: ColumnType, isNullable: Bool) {
            self.path = path
            self.name = name
            self.column = column
            self.type = type
            self.isNullable = isNullable
        }

        /// The same column, reached by relations.
        func reached(by path: [RelationStep]) -> ColumnReference {
            if path.isEmpty { return self }
            return ColumnReference(path: path, name: name, column: column, type: type, isNullable: isNullable)
        }

        /// The name, behind those of the relations: `owner.email`.
        package var description: String { (path.map(\.name) + [name]).joined(separator: ".") }
    }

    /// A relation that a query follows from one table to another, where it finds one row at most.
    public struct RelationStep: Hashable, Sendable {
        /// The property's name in Swift.
        package let name: String
        /// The column that holds the key.
        package let column: String
        /// The table that the key leads to.
        package let table: String
        /// The column that it is compared with.
        package let key: String
        /// Whether the relation may lead nowhere.
        package let isNullable: Bool
    }

    /// Rows of another table that belong to a row of the query's: those whose key leads to it, or that a table of pairs joins
    /// to it.
    public struct RelatedRows: Hashable, Sendable {
        /// The relations that lead to the row whose relatives are asked for.
        package let path: [RelationStep]
        /// The column of that row that is compared.
        package let key: String
        /// The table of the rows.
        package let table: String
        /// The column of the rows, or of the table of pairs, that holds the key.
        package let column: String
        /// The table of pairs between them.
        package let pairs: PairTable?
        /// What the rows fulfil.
        package var condition: Condition
    }

    /// A table of pairs of keys, which a many-to-many field stands for.
    public struct PairTable: Hashable, Sendable {
        package let table: String
        /// The column of the key of the model that declares the field.
        package let source: String
        /// The column of the key of the other model.
        package let target: String
        /// The column of the other model's primary key.
        package let targetKey: String
    }
}
