import ConcordCore

extension Model {
    /// The table of the model and the join tables of its many-to-many fields.
    package static var tables: [TableDefinition] {
        let columns = fields.filter { !$0.isManyToMany }.map { field in
            var column = field.columnDefinition
            if column.reference?.onDelete == .setDefault {
                column.initialValue = initialValues["\(table).\(column.name)"]
            }
            return column
        }
        let main = TableDefinition(
            table, columns: columns, constraints: constraints.compactMap(\.uniqueConstraint),
            checks: constraints.compactMap(\.check),
            indexes: indexes.map(\.definition) + constraints.compactMap(\.partialIndex))
        return [main] + fields.compactMap(\.pairTable)
    }

    /// The models that the keys of this model refer to.
    package static var relatedModels: [any Model.Type] {
        fields.flatMap { [$0.options.relation?.target, $0.options.relation?.through].compactMap { $0 } }
    }

    fileprivate static func names(_ fields: [PartialKeyPath<Self> & Sendable]) -> [String] {
        fields.map { reference(to: $0).column }
    }
}

extension _Core.ModelField {
    fileprivate var columnDefinition: ColumnDefinition {
        let reference = reference
        var foreignKey: ColumnDefinition.ForeignKey?
        if let relation = options.relation, let target = relation.target, let key = target.keyColumn {
            foreignKey = .init(target.table, key.column, onDelete: relation.onDelete ?? .cascade)
        }
        var definition = ColumnDefinition(
            reference.column, reference.type, isNullable: reference.isNullable, isPrimaryKey: options.isPrimaryKey,
            isUnique: options.isUnique || options.relation?.kind == .oneToOne,
            // A deletion looks for the rows that refer to the deleted row.
            isIndexed: options.isIndexed || options.relation?.kind == .foreignKey, references: foreignKey)
        definition.bounds = ColumnBounds(bounds)
        return definition
    }

    /// The join table of a many-to-many field, unless the table belongs to another model.
    fileprivate var pairTable: TableDefinition? {
        guard let pairs, options.relation?.through == nil, let target = options.relation?.target,
            let source = M.keyColumn, let other = target.keyColumn
        else { return nil }
        func column(_ name: String, _ table: String, _ key: _Core.ColumnReference) -> ColumnDefinition {
            ColumnDefinition(
                name, key.type, isIndexed: true, references: .init(table, key.column, onDelete: .cascade))
        }
        return TableDefinition(
            pairs.table,
            columns: [column(pairs.source, M.table, source), column(pairs.target, target.table, other)],
            constraints: [UniqueConstraint(ConstraintName.pairs(of: pairs.table), [pairs.source, pairs.target])])
    }
}

extension Model {
    fileprivate static var keyColumn: _Core.ColumnReference? { primaryKey?.reference }
}

extension Constraint {
    fileprivate var uniqueConstraint: UniqueConstraint? {
        condition == nil ? UniqueConstraint(nameInDatabase, M.names(fields)) : nil
    }

    fileprivate var check: CheckConstraint? {
        guard fields.isEmpty, let condition else { return nil }
        return CheckConstraint(nameInDatabase, condition.tableCondition.text)
    }

    /// The index for a unique constraint with a condition. In both databases, such a constraint is an index.
    fileprivate var partialIndex: TableIndex? {
        guard !fields.isEmpty, let condition else { return nil }
        return TableIndex(nameInDatabase, M.names(fields), isUnique: true, where: condition.tableCondition.text)
    }

    /// The name of the constraint.
    var nameInDatabase: String {
        name ?? ConstraintName.unique(M.names(fields), of: M.table)
    }
}

extension Index {
    fileprivate var definition: TableIndex {
        let columns = M.names(fields)
        return TableIndex(name ?? ConstraintName.index(columns, of: M.table), columns)
    }
}

extension ColumnBounds {
    fileprivate init(_ bounds: _Core.ColumnBounds) {
        self.init()
        minimum = bounds.minimum.map { BoundNumber($0.text) }
        exclusiveMinimum = bounds.exclusiveMinimum.map { BoundNumber($0.text) }
        maximum = bounds.maximum.map { BoundNumber($0.text) }
        exclusiveMaximum = bounds.exclusiveMaximum.map { BoundNumber($0.text) }
        minLength = bounds.minLength
        maxLength = bounds.maxLength
        values = bounds.values.map { ColumnLiteral($0) }
    }
}

extension TableDefinition {
    /// Returns the values of existing rows in new columns whose fields have a default, by table and column name.
    package static func initialValues(of models: [any Model.Type]) -> [String: ColumnLiteral] {
        var values: [String: ColumnLiteral] = [:]
        for model in models { values.merge(model.initialValues) { first, _ in first } }
        return values
    }
}

extension Model {
    /// The defaults of fields, by table and column name.
    fileprivate static var initialValues: [String: ColumnLiteral] {
        var values: [String: ColumnLiteral] = [:]
        for field in fields where !field.isManyToMany {
            let name = "\(table).\(field.column)"
            if field.options.setOn != nil {
                values[name] = .now
            } else if !field.isRequired, let value = field.defaultQueryValue, value != .null {
                values[name] = ColumnLiteral(default: value)
            }
        }
        return values
    }
}

extension ColumnLiteral {
    /// Creates the default of a field. If the default is a timestamp, it is the current time.
    fileprivate init(default value: QueryValue) {
        if case .timestamp = value { self = .now } else { self.init(value) }
    }
}
