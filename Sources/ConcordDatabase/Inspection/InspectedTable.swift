import ConcordCore

/// A table, as a database describes it.
package struct InspectedTable: Sendable {
    /// The part of the definition that a model can express.
    package var definition: TableDefinition
    /// The columns of the primary key, in order.
    package var primaryKey: [String] = []
    /// Defaults of columns, as SQL.
    var defaults: [String: String] = [:]
    /// The properties of the table that a model can't express.
    var notes: [String] = []
    /// The properties of columns that a model can't express, by column name.
    var columnNotes: [String: [String]] = [:]
    /// The columns without a corresponding field type, with the name of their type in the database.
    var unsupported: [(name: String, type: String, isNullable: Bool)] = []

    package init(_ name: String) { definition = TableDefinition(name, columns: []) }

    mutating func note(_ text: String, on column: String) { columnNotes[column, default: []].append(text) }

    mutating func change(_ column: String, _ change: (inout ColumnDefinition) -> Void) {
        for index in definition.columns.indices where definition.columns[index].name == column {
            change(&definition.columns[index])
        }
    }

    func has(_ columns: [String]) -> Bool {
        columns.allSatisfy { name in definition.columns.contains { $0.name == name } }
    }
}

extension Database {
    /// Returns the tables of the database, sorted by name, without Concord's own tables.
    ///
    /// - Throws: ``DatabaseError``.
    package func inspect() async throws -> [InspectedTable] {
        // The record of migrations, and the counts of throttles.
        let ownTables: Set = ["concord_migrations", "concord_throttle"]
        var tables: [InspectedTable] = []
        for name in try await tableNames().sorted() where !name.hasPrefix("sqlite_") && !ownTables.contains(name) {
            switch dialect {
            case .sqlite: tables.append(try await inspectInSQLite(name))
            case .postgreSQL: tables.append(try await inspectInPostgreSQL(name))
            }
        }
        for index in tables.indices { tables[index].finish() }
        return tables
    }
}

extension InspectedTable {
    /// Adds a unique constraint, as part of the column if a model expresses it there.
    mutating func addUnique(_ name: String, _ columns: [String]) {
        guard has(columns) else {
            return notes.append("the unique constraint '\(name)' has a column without a field")
        }
        if columns.count == 1, name == ConstraintName.unique(columns, of: definition.name) {
            change(columns[0]) { $0.isUnique = true }
        } else {
            definition.constraints.append(UniqueConstraint(name, columns))
        }
    }

    /// Adds an index, as part of the column if a model expresses it there.
    mutating func addIndex(_ name: String, _ columns: [String]) {
        guard has(columns) else { return notes.append("the index '\(name)' has a column without a field") }
        if columns.count == 1, name == ConstraintName.index(columns, of: definition.name) {
            change(columns[0]) { $0.isIndexed = true }
        } else {
            definition.indexes.append(TableIndex(name, columns))
        }
    }

    /// Adds a partial index. If its values are unique, a model expresses it as a constraint.
    mutating func addIndex(_ name: String, _ columns: [String], isUnique: Bool, where condition: String) {
        guard has(columns) else { return notes.append("the index '\(name)' has a column without a field") }
        guard isUnique else { return notes.append("the index '\(name)' has a condition: \(condition)") }
        let stated = InspectedCondition(definition.columns).condition(condition)?.text ?? condition
        definition.indexes.append(TableIndex(name, columns, isUnique: true, where: stated))
    }

    /// Adds a condition that each row satisfies. If it has the name of a bounds constraint, adds it to the column.
    mutating func addCheck(_ name: String?, _ condition: String) {
        let conditions = InspectedCondition(definition.columns)
        if let (column, bounds) = conditions.bounds(condition), definition.column(column)?.bounds.isEmpty == true,
            name == nil || name == ConstraintName.bounds(column, of: definition.name)
        {
            return change(column) { $0.bounds = bounds }
        }
        let name = name ?? "\(definition.name)_check\(definition.checks.count + 1)"
        definition.checks.append(CheckConstraint(name, conditions.condition(condition)?.text ?? condition))
    }

    mutating func addReference(_ columns: [String], to table: String, _ others: [String], _ rule: DeletionRule?) {
        guard columns.count == 1, others.count == 1 else {
            return notes.append("the foreign key (\(columns.joined(separator: ", "))) has several columns")
        }
        guard let rule else {
            return note("its deletion rule has no equivalent 'onDelete'", on: columns[0])
        }
        change(columns[0]) { $0.reference = .init(table, others[0], onDelete: rule) }
    }

    /// Adds the properties that depend on the whole table.
    fileprivate mutating func finish() {
        if primaryKey.count == 1 {
            change(primaryKey[0]) { column in
                column.isPrimaryKey = true
                column.isNullable = false
            }
        }
        for column in definition.columns {
            guard let text = defaults[column.name] else { continue }
            if column.reference?.onDelete == .setDefault {
                change(column.name) { $0.initialValue = ColumnLiteral(default: text, column.type) }
            }
        }
    }
}

extension ColumnLiteral {
    /// Reads a default, or returns `nil` if it is an expression rather than a literal.
    init?(default text: String, _ type: _Core.ColumnType) {
        // PostgreSQL writes `'a'::text`.
        let literal =
            text.firstMatch(of: /^\(?(.*?)\)?(?:::[a-z 0-9(),]+)?$/.dotMatchesNewlines())?.output.1 ?? text[...]
        var value = String(literal)
        if value.hasPrefix("'") {
            guard value.count > 1, value.hasSuffix("'") else { return nil }
            value = String(value.dropFirst().dropLast()).replacing("''", with: "'")
        } else if value.wholeMatch(of: /[-+]?[0-9.]+|true|false|TRUE|FALSE/) == nil {
            return nil
        }
        if type == .boolean { value = ["1": "true", "0": "false"][value] ?? value.lowercased() }
        guard let stated = try? ColumnLiteral(stated: value, for: type) else { return nil }
        self = stated
    }
}
