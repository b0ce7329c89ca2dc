import ConcordCore

/// A table as a database describes it.
package struct InspectedTable: Sendable {
    /// The definition, as far as a model can state it.
    package var definition: TableDefinition
    /// The columns of the primary key, in order.
    package var primaryKey: [String] = []
    /// Defaults of columns, as SQL.
    var defaults: [String: String] = [:]
    /// What a model can't state of the table.
    var notes: [String] = []
    /// What a model can't state of columns, by their names.
    var columnNotes: [String: [String]] = [:]
    /// The columns whose type no field has, with the type's name.
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
    /// The tables of the database in order of their names, without those that Concord has for itself.
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
    /// A unique constraint that the database has, under the name of a column if that is how a model states it.
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

    /// An index that the database has, under the name of a column if that is how a model states it.
    mutating func addIndex(_ name: String, _ columns: [String]) {
        guard has(columns) else { return notes.append("the index '\(name)' has a column without a field") }
        if columns.count == 1, name == ConstraintName.index(columns, of: definition.name) {
            change(columns[0]) { $0.isIndexed = true }
        } else {
            definition.indexes.append(TableIndex(name, columns))
        }
    }

    /// An index of some rows, whose unique values a model states as a constraint.
    mutating func addIndex(_ name: String, _ columns: [String], isUnique: Bool, where condition: String) {
        guard has(columns) else { return notes.append("the index '\(name)' has a column without a field") }
        guard isUnique else { return notes.append("the index '\(name)' has a condition: \(condition)") }
        let stated = InspectedCondition(definition.columns).condition(condition)?.text ?? condition
        definition.indexes.append(TableIndex(name, columns, isUnique: true, where: stated))
    }

    /// A condition that each row satisfies: the bounds of a column if the name is that of bounds.
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

    /// States what depends on the whole table.
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
    /// The value of a default that is a literal; nil for an expression.
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
