import ConcordCore

/// The statements that change a database's tables from one state to the next.
struct SchemaStatements {
    private let before: MigrationState
    private let after: MigrationState
    private let dialect: Dialect

    init(from before: MigrationState, to after: MigrationState, _ dialect: Dialect) {
        self.before = before
        self.after = after
        self.dialect = dialect
    }

    /// Returns the statements of an operation. If it is reversed, the states are exchanged.
    func statements(of change: MigrationChange, isReversed: Bool) -> [SQLStatement] {
        switch change {
        case .createModel(let table): isReversed ? drop(table.name) : create(table.name)
        case .deleteModel(let name): isReversed ? create(name) : drop(name)
        case .renameModel(let name, let new): isReversed ? rename(new, to: name) : rename(name, to: new)
        case .addField(let table, let column): isReversed ? remove(column.name, of: table) : add(column, to: table)
        case .removeField(let table, let name): isReversed ? restore(name, of: table) : remove(name, of: table)
        case .alterField(let table, let column): alter(column, of: table)
        case .renameField(let table, let name, let new):
            renameColumn(of: table, isReversed ? new : name, to: isReversed ? name : new)
        case .addConstraint(let table, let constraint):
            isReversed ? removeConstraint(constraint.name, of: table) : addConstraint(constraint.name, to: table)
        case .addCheck(let table, let check):
            isReversed ? removeConstraint(check.name, of: table) : addConstraint(check.name, to: table)
        case .removeConstraint(let table, let name):
            isReversed ? addConstraint(name, to: table) : removeConstraint(name, of: table)
        case .addIndex(let table, let index): isReversed ? dropIndex(index.name) : createIndex(index.name, on: table)
        case .removeIndex(let table, let name): isReversed ? createIndex(name, on: table) : dropIndex(name)
        case .runSQL, .run: []
        }
    }

    private func create(_ name: String) -> [SQLStatement] { after.table(name)?.creation(dialect) ?? [] }
    private func drop(_ name: String) -> [SQLStatement] { [SQLStatement("DROP TABLE \(Dialect.quoted(name))")] }

    private func rename(_ name: String, to new: String) -> [SQLStatement] {
        var statements = [SQLStatement("ALTER TABLE \(Dialect.quoted(name)) RENAME TO \(Dialect.quoted(new))")]
        guard let old = before.table(name), let table = after.table(new) else { return statements }
        // What is named after the table gets the name that a fresh table would give it.
        statements += zip(old.allIndexes, table.allIndexes).flatMap { old, new -> [SQLStatement] in
            old.name == new.name ? [] : dropIndex(old.name) + [new.creation(on: table.name)]
        }
        if dialect == .sqlite {
            return statements + rebuild(table.name, from: table, keeping: table.columns.map(\.name))
        }
        return statements
            + zip(old.namedConstraints, table.namedConstraints).filter { $0 != $1 }.map { old, renamed in
                SQLStatement(
                    "ALTER TABLE \(Dialect.quoted(new)) RENAME CONSTRAINT \(Dialect.quoted(old)) TO \(Dialect.quoted(renamed))"
                )
            }
    }

    private func createIndex(_ name: String, on table: String) -> [SQLStatement] {
        after.table(table)?.indexes.first { $0.name == name }.map { [$0.creation(on: table)] } ?? []
    }

    private func dropIndex(_ name: String) -> [SQLStatement] { [SQLStatement("DROP INDEX \(Dialect.quoted(name))")] }

    private func add(_ column: ColumnDefinition, to table: String) -> [SQLStatement] {
        guard let definition = after.table(table) else { return [] }
        if dialect == .sqlite { return rebuild(table, adding: column) }
        let name = Dialect.quoted(column.name)
        let table = Dialect.quoted(table)
        var text = "ALTER TABLE \(table) ADD COLUMN \(name) \(column.definition(dialect))"
        // A default for deletions is a part of the column's definition, and stays.
        let isTemporary = column.initialValue != nil && column.reference?.onDelete != .setDefault
        if isTemporary, let value = column.initialValue {
            text += " DEFAULT \(dialect.literal(value, for: column.type))"
        }
        var statements = [SQLStatement(text)]
        if isTemporary {
            statements.append(SQLStatement("ALTER TABLE \(table) ALTER COLUMN \(name) DROP DEFAULT"))
        }
        let clauses = definition.clauses(of: column.name, dialect)
        statements += clauses.map { SQLStatement("ALTER TABLE \(table) ADD \($0)") }
        return statements
            + definition.allIndexes.filter { $0.columns == [column.name] }.map { $0.creation(on: definition.name) }
    }

    /// Restores a column without its values. If the column requires a value, it gets an empty one.
    private func restore(_ name: String, of table: String) -> [SQLStatement] {
        guard var column = after.table(table)?.column(name) else { return [] }
        if !column.isNullable { column.initialValue = column.bounds.allowed(column.type.emptyValue, of: column.type) }
        return add(column, to: table)
    }

    private func remove(_ name: String, of table: String) -> [SQLStatement] {
        if dialect == .sqlite { return rebuild(table) }
        return [SQLStatement("ALTER TABLE \(Dialect.quoted(table)) DROP COLUMN \(Dialect.quoted(name))")]
    }

    private func renameColumn(of table: String, _ name: String, to new: String) -> [SQLStatement] {
        let rename = SQLStatement(
            "ALTER TABLE \(Dialect.quoted(table)) RENAME COLUMN \(Dialect.quoted(name)) TO \(Dialect.quoted(new))")
        guard let old = before.table(table), let definition = after.table(table) else { return [] }
        if dialect == .sqlite {
            return [rename] + rebuild(table, from: definition, keeping: definition.columns.map(\.name))
        }
        let constraints = zip(old.namedConstraints, definition.namedConstraints).filter { $0 != $1 }.map { old, new in
            SQLStatement(
                "ALTER TABLE \(Dialect.quoted(table)) RENAME CONSTRAINT \(Dialect.quoted(old)) TO \(Dialect.quoted(new))"
            )
        }
        let indexes = zip(old.allIndexes, definition.allIndexes).filter { $0.name != $1.name }.map { old, new in
            SQLStatement("ALTER INDEX \(Dialect.quoted(old.name)) RENAME TO \(Dialect.quoted(new.name))")
        }
        return [rename] + constraints + indexes
    }

    private func addConstraint(_ name: String, to table: String) -> [SQLStatement] {
        if dialect == .sqlite { return rebuild(table) }
        guard let definition = after.table(table) else { return [] }
        let clause =
            definition.constraints.first { $0.name == name }?.clause
            ?? definition.checks.first { $0.name == name }?.clause
        return clause.map { [SQLStatement("ALTER TABLE \(Dialect.quoted(table)) ADD \($0)")] } ?? []
    }

    private func removeConstraint(_ name: String, of table: String) -> [SQLStatement] {
        if dialect == .sqlite { return rebuild(table) }
        return [SQLStatement("ALTER TABLE \(Dialect.quoted(table)) DROP CONSTRAINT \(Dialect.quoted(name))")]
    }

    private func alter(_ changed: ColumnDefinition, of table: String) -> [SQLStatement] {
        if dialect == .sqlite { return rebuild(table, adding: changed) }
        guard let old = before.table(table), let new = after.table(table), let oldColumn = old.column(changed.name),
            let column = new.column(changed.name)
        else { return [] }
        let head = "ALTER TABLE \(Dialect.quoted(table)) "
        let name = Dialect.quoted(column.name)
        var texts = old.clauseNames(of: column.name).map { "\(head)DROP CONSTRAINT \(Dialect.quoted($0))" }
        let oldIndexes = old.allIndexes.filter { $0.columns == [column.name] }
        let newIndexes = new.allIndexes.filter { $0.columns == [column.name] }
        texts += oldIndexes.filter { !newIndexes.contains($0) }.map { "DROP INDEX \(Dialect.quoted($0.name))" }
        if oldColumn.type != column.type {
            let type = dialect.name(of: column.type)
            texts.append("\(head)ALTER COLUMN \(name) TYPE \(type) USING \(name)::\(type)")
        }
        if oldColumn.isNullable, !column.isNullable {
            if let value = changed.initialValue {
                texts.append(
                    "UPDATE \(Dialect.quoted(table)) SET \(name) = \(dialect.literal(value, for: column.type)) WHERE \(name) IS NULL"
                )
            }
            texts.append("\(head)ALTER COLUMN \(name) SET NOT NULL")
        } else if !oldColumn.isNullable, column.isNullable {
            texts.append("\(head)ALTER COLUMN \(name) DROP NOT NULL")
        }
        texts += new.clauses(of: column.name, dialect).map { "\(head)ADD \($0)" }
        return texts.map { SQLStatement($0) }
            + newIndexes.filter { !oldIndexes.contains($0) }.map { $0.creation(on: table) }
    }

    // MARK: SQLite

    /// Rebuilds a SQLite table, because SQLite supports few changes to a table. A new table with the new definition
    /// replaces the table, and takes over its rows.
    private func rebuild(_ name: String, adding column: ColumnDefinition? = nil) -> [SQLStatement] {
        guard let old = before.table(name) else { return [] }
        return rebuild(name, from: old, keeping: old.columns.map(\.name), adding: column)
    }

    private func rebuild(
        _ name: String, from old: TableDefinition, keeping columns: [String], adding: ColumnDefinition? = nil
    ) -> [SQLStatement] {
        guard let new = after.table(name) else { return [] }
        var temporary = new
        temporary.name = "concord_new_\(name)"
        temporary.indexes = []
        let creation = temporary.creation(dialect, namedAfter: name).prefix(1)
        let kept = new.columns.map(\.name).filter { columns.contains($0) }
        var sources = kept.map { column in
            // What was null gets the default of the column that no longer may be.
            guard let adding, column == adding.name, let value = adding.initialValue else {
                return Dialect.quoted(column)
            }
            return "COALESCE(\(Dialect.quoted(column)), \(dialect.literal(value, for: adding.type)))"
        }
        var targets = kept
        if let adding, !kept.contains(adding.name), let value = adding.initialValue {
            targets.append(adding.name)
            sources.append(dialect.literal(value, for: adding.type))
        }
        let copy = SQLStatement(
            "INSERT INTO \(Dialect.quoted(temporary.name)) (\(targets.map(Dialect.quoted).joined(separator: ", ")))"
                + " SELECT \(sources.joined(separator: ", ")) FROM \(Dialect.quoted(name))")
        let exchange = [
            SQLStatement("DROP TABLE \(Dialect.quoted(name))"),
            SQLStatement("ALTER TABLE \(Dialect.quoted(temporary.name)) RENAME TO \(Dialect.quoted(name))"),
        ]
        return Array(creation) + [copy] + exchange + new.allIndexes.map { $0.creation(on: name) }
    }
}

extension TableDefinition {
    /// The constraints that concern only one column.
    fileprivate func clauses(of column: String, _ dialect: Dialect) -> [String] {
        guard let definition = self.column(column) else { return [] }
        var clauses: [String] = []
        if definition.isUnique, !definition.isPrimaryKey {
            clauses.append(UniqueConstraint(ConstraintName.unique([column], of: name), [column]).clause)
        }
        if let reference = definition.reference { clauses.append(reference.clause(of: column, in: name)) }
        if let check = definition.check(in: name, dialect) { clauses.append(check.clause) }
        return clauses
    }

    /// The names of the constraints that concern only one column.
    fileprivate func clauseNames(of column: String) -> [String] {
        guard let definition = self.column(column) else { return [] }
        return (definition.isUnique && !definition.isPrimaryKey ? [ConstraintName.unique([column], of: name)] : [])
            + (definition.reference == nil ? [] : [ConstraintName.foreignKey(column, of: name)])
            + (definition.check(in: name, .postgreSQL).map { [$0.name] } ?? [])
    }

    fileprivate var namedConstraints: [String] {
        columns.flatMap { clauseNames(of: $0.name) } + constraints.map(\.name) + checks.map(\.name)
    }
}

extension ColumnBounds {
    /// Returns a value that the bounds allow: a value from the bounds, or the given value if they contain none.
    fileprivate func allowed(_ value: ColumnLiteral, of type: _Core.ColumnType) -> ColumnLiteral {
        if let first = values.first { return first }
        if type == .text, let minLength { return .text(String(repeating: "-", count: minLength)) }
        guard let text = (minimum ?? maximum)?.text, !text.contains(where: { "eE".contains($0) }) else { return value }
        switch type {
        case .integer: return Int64(text).map { .integer($0) } ?? value
        case .double: return Double(text).map { .double($0) } ?? value
        case .decimal: return .text(text)
        default: return value
        }
    }
}

extension _Core.ColumnType {
    /// The placeholder for an unknown value.
    fileprivate var emptyValue: ColumnLiteral {
        switch self {
        case .boolean: .boolean(false)
        case .integer, .unsigned: .integer(0)
        case .double: .double(0)
        case .decimal: .text("0")
        case .text: .text("")
        case .bytes: .bytes(base64: "")
        case .uuid: .text("00000000-0000-0000-0000-000000000000")
        case .timestamp: .text("1970-01-01T00:00:00.000000Z")
        case .date: .text("1970-01-01")
        case .time: .text("00:00:00Z")
        case .interval: .interval(.zero)
        case .json: .text("{}")
        case .array: .text("[]")
        }
    }
}
