/// The tables that result from migrations.
package struct MigrationState: Hashable, Sendable {
    package private(set) var tables: [TableDefinition]

    package init(_ tables: [TableDefinition] = []) { self.tables = tables.map(\.withoutInitialValues) }

    /// Returns the table with a name.
    package func table(_ name: String) -> TableDefinition? { tables.first { $0.name == name } }

    /// Creates the state after all operations of some migrations.
    ///
    /// - Parameters:
    ///   - migrations: The migrations, in order.
    ///   - tables: The tables before the migrations.
    /// - Throws: ``MigrationError`` for an operation on something that doesn't exist.
    package init(after migrations: [some MigrationDescription], from tables: [TableDefinition] = []) throws {
        self.init(tables)
        for migration in migrations {
            for change in migration.changes {
                do {
                    try apply(change)
                } catch let error as MigrationError {
                    throw MigrationError("\(migration.name): \(error.description)")
                }
            }
        }
    }

    /// Applies an operation to the tables.
    ///
    /// - Throws: ``MigrationError`` for an operation on something that doesn't exist.
    package mutating func apply(_ change: MigrationChange) throws {
        switch change {
        case .createModel(let table):
            guard self.table(table.name) == nil else {
                throw MigrationError("the table '\(table.name)' already exists")
            }
            tables.append(table.withoutInitialValues)
        case .deleteModel(let name):
            try self.change(name) { _ in }
            tables.removeAll { $0.name == name }
        case .renameModel(let name, let new):
            try self.change(name) { $0.name = new }
            retarget { if $0.table == name { $0.table = new } }
        case .addField(let table, let column):
            try self.change(table) { table in
                guard table.column(column.name) == nil else {
                    throw MigrationError("'\(table.name)' already has a column '\(column.name)'")
                }
                table.columns.append(column.withoutInitialValue)
            }
        case .removeField(let table, let name):
            try changeColumn(table, name) { $0 = nil }
        case .alterField(let table, let column):
            try changeColumn(table, column.name) { $0 = column.withoutInitialValue }
        case .renameField(let table, let name, let new):
            try changeColumn(table, name) { $0?.name = new }
            try self.change(table) { $0.renameColumn(name, to: new) }
            retarget { if $0.table == table && $0.column == name { $0.column = new } }
        case .addConstraint(let table, let constraint): try self.change(table) { $0.constraints.append(constraint) }
        case .addCheck(let table, let check): try self.change(table) { $0.checks.append(check) }
        case .removeConstraint(let table, let name):
            try self.change(table) { table in
                table.constraints.removeAll { $0.name == name }
                table.checks.removeAll { $0.name == name }
            }
        case .addIndex(let table, let index): try self.change(table) { $0.indexes.append(index) }
        case .removeIndex(let table, let name): try self.change(table) { $0.indexes.removeAll { $0.name == name } }
        case .runSQL, .run: break
        }
    }

    private mutating func change(_ name: String, _ change: (inout TableDefinition) throws -> Void) throws {
        guard let index = tables.firstIndex(where: { $0.name == name }) else {
            throw MigrationError("no table '\(name)'")
        }
        try change(&tables[index])
    }

    private mutating func changeColumn(
        _ table: String, _ name: String, _ change: (inout ColumnDefinition?) -> Void
    ) throws {
        try self.change(table) { table in
            guard let index = table.columns.firstIndex(where: { $0.name == name }) else {
                throw MigrationError("'\(table.name)' has no column '\(name)'")
            }
            var column: ColumnDefinition? = table.columns.remove(at: index)
            change(&column)
            if let column { table.columns.insert(column, at: index) }
        }
    }

    private mutating func retarget(_ change: (inout ColumnDefinition.ForeignKey) -> Void) {
        for table in tables.indices {
            for column in tables[table].columns.indices {
                if var reference = tables[table].columns[column].reference {
                    change(&reference)
                    tables[table].columns[column].reference = reference
                }
            }
        }
    }
}

/// The error for a migration that can't be applied or reversed.
public struct MigrationError: Error, CustomStringConvertible {
    /// The error, as a sentence.
    public let description: String

    package init(_ description: String) { self.description = description }
}

extension MigrationState {
    /// Returns the column with a qualified name: `station.code`.
    package func column(_ name: String) -> ColumnDefinition? {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        return parts.count == 2 ? table(parts[0])?.column(parts[1]) : nil
    }
}

extension TableDefinition {
    /// Returns the column with a name.
    package func column(_ name: String) -> ColumnDefinition? { columns.first { $0.name == name } }

    fileprivate var withoutInitialValues: TableDefinition {
        var table = self
        table.columns = columns.map(\.withoutInitialValue)
        return table
    }

    /// Renames a column, and its occurrences in constraints and indexes.
    fileprivate mutating func renameColumn(_ name: String, to new: String) {
        for index in constraints.indices {
            constraints[index].columns = constraints[index].columns.map { $0 == name ? new : $0 }
        }
        let (quoted, quotedNew) = (Dialect.quoted(name), Dialect.quoted(new))
        for index in checks.indices {
            checks[index].condition = checks[index].condition.replacing(quoted, with: quotedNew)
        }
        for index in indexes.indices {
            indexes[index].columns = indexes[index].columns.map { $0 == name ? new : $0 }
            indexes[index].condition = indexes[index].condition?.replacing(quoted, with: quotedNew)
        }
    }
}

extension ColumnDefinition {
    /// The column without its default, which only matters when the column is added. A default remains if a deletion
    /// sets it.
    fileprivate var withoutInitialValue: ColumnDefinition {
        if reference?.onDelete == .setDefault { return self }
        var column = self
        column.initialValue = nil
        return column
    }
}
