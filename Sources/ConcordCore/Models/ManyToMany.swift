extension _Core.ModelField {
    /// Whether the field holds the keys of objects that a table of pairs joins to its object; it has no column.
    package var isManyToMany: Bool { options.relation?.kind == .manyToMany }

    /// The table of pairs of a many-to-many field: that of the model which the field names, else one of its own, named after the
    /// model's table and the field. Nil for another field.
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

    /// A key of the model that was stored as JSON.
    static func key(_ row: any _Core.Row, at index: Int) -> QueryValue? {
        guard let type = primaryKey?.reference.type else { return nil }
        return try? QueryValue(row, at: index, type)
    }

    /// The columns that hold keys of other models, and which models they are.
    fileprivate static var keys: [(column: String, target: ObjectIdentifier)] {
        fields.compactMap { field in
            guard !field.isManyToMany, let target = field.options.relation?.target else { return nil }
            return (field.column, ObjectIdentifier(target))
        }
    }
}
