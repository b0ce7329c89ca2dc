/// The default names of constraints and indexes in the database.
package enum ConstraintName {
    /// Returns the name of a unique constraint.
    package static func unique(_ columns: [String], of table: String) -> String {
        "\(table)_\(columns.joined(separator: "_"))_key"
    }

    /// Returns the name of the unique constraint of a join table.
    package static func pairs(of table: String) -> String { "\(table)_key" }

    /// Returns the name of an index.
    package static func index(_ columns: [String], of table: String) -> String {
        "\(table)_\(columns.joined(separator: "_"))_index"
    }

    /// Returns the name of the constraint with the bounds of a column.
    package static func bounds(_ column: String, of table: String) -> String { "\(table)_\(column)_check" }

    /// Returns the name of a foreign key.
    package static func foreignKey(_ column: String, of table: String) -> String { "\(table)_\(column)_fkey" }
}
