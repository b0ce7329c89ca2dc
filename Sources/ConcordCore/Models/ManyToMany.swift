extension _Core.ModelField {
    /// Whether the field contains the keys of related objects from a join table. Such a field has no column.
    package var isManyToMany: Bool { options.relation?.kind == .manyToMany }

    /// The join table of a many-to-many field: the table of the model in `through:`, or a table named after the model's
    /// table and the field. The value is `nil` for other fields.
    package var pairs: _Core.PairTable? {
        guard isManyToMany, let relation = options.relation, let target = relation.target,
            let targetKey = target.primaryKeyColumn
        else { return nil }
        if let through = relation.through {
            let keys = through.keys
            guard let source = keys.first(where: { $0.target == ObjectIdentifier(M.self) }),
                let other = keys.last(where: { $0.target == ObjectIdentifier(target) && $0.column != source.column })
            else { return nil }
            return _Core.PairTable(
                table: through.table, source: source.column, target: other.column, targetKey: targetKey)
        }
        let isSelf = ObjectIdentifier(target) == ObjectIdentifier(M.self)
        return _Core.PairTable(
            table: "\(M.table)_\(column)", source: isSelf ? "from_\(M.table)" : M.table,
            target: isSelf ? "to_\(M.table)" : target.table, targetKey: targetKey)
    }
}

extension Model {
    static var primaryKeyColumn: String? { primaryKey?.column }

    /// Returns a key of the model from stored JSON.
    static func key(_ row: any _Core.Row, at index: Int) -> QueryValue? {
        guard let type = primaryKey?.reference.type else { return nil }
        return try? QueryValue(row, at: index, type)
    }

    /// The columns with keys of other models, with these models.
    fileprivate static var keys: [(column: String, target: ObjectIdentifier)] {
        fields.compactMap { field in
            guard !field.isManyToMany, let target = field.options.relation?.target else { return nil }
            return (field.column, ObjectIdentifier(target))
        }
    }
}
