/// The constraints and indexes of a table, in the syntax of a model.
struct TableRules {
    /// The elements of the model's `constraints`.
    private(set) var constraints: [String] = []
    /// The elements of the model's `indexes`.
    private(set) var indexes: [String] = []
    /// The rules that the model can't express.
    private(set) var notes: [String] = []
    private let table: TableDefinition
    private let names: ModelNames

    init(of table: TableDefinition, _ names: ModelNames) {
        self.table = table
        self.names = names
        for constraint in table.constraints {
            constraints.append(call(".unique", constraint.columns, name: nameArgument(constraint)))
        }
        let conditions = ModelConditionSource(table, names)
        for index in table.indexes {
            guard let condition = index.condition else {
                let derived = ConstraintName.index(index.columns, of: table.name)
                indexes.append(call("Index", index.columns, name: nameArgument(index.name, derived)))
                continue
            }
            guard let closure = conditions.closure(condition) else {
                notes.append("a model can't express the unique index '\(index.name)' of the rows with \(condition)")
                continue
            }
            let derived = ConstraintName.unique(index.columns, of: table.name)
            constraints.append(
                call(".unique", index.columns, "where: \(closure)", name: nameArgument(index.name, derived)))
        }
        for check in table.checks + table.allowedValues {
            guard let closure = conditions.closure(check.condition) else {
                notes.append("a model can't express the constraint '\(check.name)': CHECK (\(check.condition))")
                continue
            }
            constraints.append(".check(\(MigrationSource.quoted(check.name))) \(closure)")
        }
    }

    private func nameArgument(_ constraint: UniqueConstraint) -> String? {
        nameArgument(constraint.name, ConstraintName.unique(constraint.columns, of: table.name))
    }

    private func nameArgument(_ stated: String, _ derived: String) -> String? {
        stated == derived ? nil : "name: \(MigrationSource.quoted(stated))"
    }

    private func call(_ name: String, _ columns: [String], _ condition: String? = nil, name stated: String?) -> String {
        let fields = columns.map { "\\.\(names.property($0, of: table.name).identifier)" }
        return "\(name)(\((fields + [condition, stated].compactMap(\.self)).joined(separator: ", ")))"
    }
}

extension TableDefinition {
    /// The constraints of columns whose bounds are a set of values.
    fileprivate var allowedValues: [CheckConstraint] {
        columns.filter { !$0.bounds.values.isEmpty }.compactMap { column in
            column.bounds.text(of: column.name, column.type, .sqlite).map {
                CheckConstraint(ConstraintName.bounds(column.name, of: name), $0)
            }
        }
    }
}
