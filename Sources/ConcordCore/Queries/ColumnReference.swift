extension _Core {
    /// A column in a query, with the relations from the query's model to its table.
    public struct ColumnReference: Hashable, Sendable {
        /// The relations to the column's table, beginning at the query's model. The array is empty for the model's own
        /// columns.
        package let path: [RelationStep]
        /// The Swift name of the property.
        package let name: String
        /// The name of the column.
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

        /// Returns the column at the end of a path of relations.
        func reached(by path: [RelationStep]) -> ColumnReference {
            if path.isEmpty { return self }
            return ColumnReference(path: path, name: name, column: column, type: type, isNullable: isNullable)
        }

        /// The name after the names of the relations: `owner.email`.
        package var description: String { (path.map(\.name) + [name]).joined(separator: ".") }
    }

    /// A relation that a query follows from one table to another. The other table has at most one matching row.
    public struct RelationStep: Hashable, Sendable {
        /// The Swift name of the property.
        package let name: String
        /// The column with the key.
        package let column: String
        /// The table that the key refers to.
        package let table: String
        /// The column that the key is compared with.
        package let key: String
        /// Whether the reference may be null.
        package let isNullable: Bool
    }

    /// The rows of another table that refer to a row of the query, directly or through a join table.
    public struct RelatedRows: Hashable, Sendable {
        /// The relations to the row that the related rows refer to.
        package let path: [RelationStep]
        /// The column of that row that is compared.
        package let key: String
        /// The table of the related rows.
        package let table: String
        /// The column of the related rows or of the join table that contains the key.
        package let column: String
        /// The join table.
        package let pairs: PairTable?
        /// The condition that the rows satisfy.
        package var condition: Condition
    }

    /// The join table of a many-to-many field.
    public struct PairTable: Hashable, Sendable {
        package let table: String
        /// The column with the key of the model that declares the field.
        package let source: String
        /// The column with the key of the other model.
        package let target: String
        /// The column of the other model's primary key.
        package let targetKey: String
    }
}
