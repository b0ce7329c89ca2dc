/// A part of a database's schema that an operation changes or requires.
enum SchemaPart: Hashable, CustomStringConvertible {
    case table(String)
    case column(String, of: String)
    /// A constraint or an index.
    case named(String)

    var description: String {
        switch self {
        case .table(let name): "the table '\(name)'"
        case .column(let name, let table): "the column '\(name)' of '\(table)'"
        case .named(let name): "'\(name)'"
        }
    }
}

/// The parts of a schema that an operation depends on. Two operations can be exchanged if neither changes a part that
/// the other changes or requires.
struct SchemaEffect {
    /// The parts that the operation adds, changes or removes.
    var changed: Set<SchemaPart> = []
    /// The parts that the operation requires unchanged.
    var required: Set<SchemaPart> = []
    /// Whether the operation creates a table.
    var isCreation = false

    func isIndependent(of other: SchemaEffect) -> Bool {
        changed.isDisjoint(with: other.changed.union(other.required)) && other.changed.isDisjoint(with: required)
    }
}

extension MigrationChange {
    /// Whether the operation can have any effect, because it runs SQL or code.
    var isOpaque: Bool {
        switch self {
        case .runSQL, .run: true
        default: false
        }
    }

    /// The parts of the schema that the operation changes and requires. They are empty for an operation that can have
    /// any effect.
    var effect: SchemaEffect {
        switch self {
        case .createModel(let table): Self.creation(of: table)
        case .deleteModel(let name): SchemaEffect(changed: [.table(name)])
        case .renameModel(let name, let new): SchemaEffect(changed: [.table(name), .table(new)])
        case .addField(let table, let column), .alterField(let table, let column):
            SchemaEffect(
                changed: [.column(column.name, of: table)],
                required: Set([.table(table)] + (column.reference?.parts ?? [])))
        case .removeField(let table, let name):
            SchemaEffect(changed: [.column(name, of: table)], required: [.table(table)])
        case .renameField(let table, let name, let new):
            SchemaEffect(changed: [.column(name, of: table), .column(new, of: table)], required: [.table(table)])
        case .addConstraint(let table, let constraint):
            SchemaEffect(changed: [.named(constraint.name)], required: Self.parts(of: table, constraint.columns))
        case .addCheck(let table, let check):
            SchemaEffect(changed: [.named(check.name)], required: Self.parts(of: table, check.condition.quotedNames))
        case .addIndex(let table, let index):
            SchemaEffect(
                changed: [.named(index.name)],
                required: Self.parts(of: table, index.columns + (index.condition?.quotedNames ?? [])))
        case .removeConstraint(let table, let name), .removeIndex(let table, let name):
            SchemaEffect(changed: [.named(name)], required: [.table(table)])
        case .runSQL, .run: SchemaEffect()
        }
    }

    private static func creation(of table: TableDefinition) -> SchemaEffect {
        let names = table.constraints.map(\.name) + table.checks.map(\.name) + table.indexes.map(\.name)
        let changed =
            [.table(table.name)] + names.map { .named($0) }
            + table.columns.map { SchemaPart.column($0.name, of: table.name) }
        let required = table.columns.flatMap { $0.reference?.parts ?? [] }
        return SchemaEffect(changed: Set(changed), required: Set(required).subtracting(changed), isCreation: true)
    }

    private static func parts(of table: String, _ columns: [String]) -> Set<SchemaPart> {
        Set([.table(table)] + columns.map { .column($0, of: table) })
    }
}

extension String {
    /// The quoted names in an SQL condition.
    fileprivate var quotedNames: [String] {
        split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
}

extension ColumnDefinition.ForeignKey {
    fileprivate var parts: [SchemaPart] { [.table(table), .column(column, of: table)] }
}
