/// The operations of a squashed migration, which have the same result as the original operations, but are fewer.
///
/// An operation is combined with an earlier one if the operations between them are independent of one of the two. SQL
/// and code keep their positions, and no operation is moved past them.
package struct SquashedOperations {
    package private(set) var operations: [MigrationChange]

    /// Combines operations.
    ///
    /// - Throws: ``MigrationError`` if the operations can't be applied to the state.
    package init(_ operations: [MigrationChange], from state: MigrationState) throws {
        self.operations = operations
        while combine() {}
        let (expected, reached) = (try Self.tables(state, operations), try Self.tables(state, self.operations))
        // A squashed migration that leads elsewhere is worse than a long one.
        if expected != reached { self.operations = operations }
    }

    private static func tables(_ state: MigrationState, _ operations: [MigrationChange]) throws -> Set<
        TableDefinition
    > {
        var state = state
        for operation in operations { try state.apply(operation) }
        return Set(state.tables)
    }

    /// Combines a pair of operations. Returns `false` if no pair can be combined.
    private mutating func combine() -> Bool {
        for first in operations.indices {
            var between: [SchemaEffect] = []
            for second in operations.indices[(first + 1)...] {
                let (earlier, later) = (operations[first], operations[second])
                if earlier.isOpaque || later.isOpaque { break }
                if let combined = earlier.combined(with: later) {
                    let staysFirst = between.allSatisfy(later.effect.isIndependent)
                    if staysFirst || between.allSatisfy(earlier.effect.isIndependent) {
                        operations.remove(at: second)
                        operations.replaceSubrange(first...first, with: staysFirst ? combined : [])
                        // The operations after the first one have moved by one place.
                        if !staysFirst { operations.insert(contentsOf: combined, at: second - 1) }
                        return true
                    }
                }
                between.append(later.effect)
            }
        }
        return false
    }
}

extension MigrationChange {
    /// Returns operations with the combined effect of this operation and a later one, or `nil` if both are necessary.
    fileprivate func combined(with later: Self) -> [MigrationChange]? {
        switch (self, later) {
        case (.createModel(let table), .deleteModel(let name)) where name == table.name: []
        case (.createModel(let table), _) where later.table == table.name: Self.creation(of: table, later)
        case (.renameModel(let name, let new), .renameModel(let old, let last)) where old == new:
            last == name ? [] : [.renameModel(name, to: last)]
        case (.renameModel(let name, let new), .deleteModel(let gone)) where gone == new: [.deleteModel(name)]
        case (.addField(let table, let column), _) where later.table == table:
            Self.addition(of: column, to: table, later)
        case (.alterField(let table, let column), _) where later.table == table: Self.alteration(of: column, later)
        case (.renameField(let table, let name, let new), _) where later.table == table:
            Self.renaming(name, to: new, later)
        case (.addConstraint(let table, let constraint), .removeConstraint(let other, let name))
        where other == table && constraint.name == name: []
        case (.addCheck(let table, let check), .removeConstraint(let other, let name))
        where other == table && check.name == name: []
        case (.addIndex(let table, let index), .removeIndex(let other, let name))
        where other == table && index.name == name: []
        default: nil
        }
    }

    /// The table whose parts the operation changes. If it renames a table, this is the old name.
    private var table: String? {
        switch self {
        case .createModel, .runSQL, .run: nil
        case .deleteModel(let name), .renameModel(let name, _): name
        case .addField(let table, _), .removeField(let table, _), .alterField(let table, _),
            .renameField(let table, _, _),
            .addConstraint(let table, _), .addCheck(let table, _), .removeConstraint(let table, _),
            .addIndex(let table, _),
            .removeIndex(let table, _):
            table
        }
    }

    /// Returns the creation of the table in its form after the later operation.
    private static func creation(of table: TableDefinition, _ later: Self) -> [Self]? {
        var state = MigrationState([table])
        guard (try? state.apply(later)) != nil else { return nil }
        return state.tables.map { .createModel($0) }
    }

    /// Returns the addition of the column in its form after the later operation.
    private static func addition(of column: ColumnDefinition, to table: String, _ later: Self) -> [Self]? {
        switch later {
        case .removeField(_, let name) where name == column.name: return []
        case .renameField(_, let name, let new) where name == column.name:
            var renamed = column
            renamed.name = new
            return [.addField(of: table, renamed)]
        case .alterField(_, let altered) where altered.name == column.name && altered.type == column.type:
            // A default for deletions is a part of the table, not a value for rows.
            if [column, altered].contains(where: { $0.reference?.onDelete == .setDefault }) { return nil }
            var combined = altered
            combined.initialValue = column.initialValue ?? altered.initialValue
            return [.addField(of: table, combined)]
        default: return nil
        }
    }

    /// Returns only the later operation, if the change before it has no lasting effect on rows.
    private static func alteration(of column: ColumnDefinition, _ later: Self) -> [Self]? {
        switch later {
        case .removeField(_, let name) where name == column.name: [later]
        case .alterField(_, let next)
        where next.name == column.name && next.type == column.type && column.initialValue == nil:
            [later]
        default: nil
        }
    }

    private static func renaming(_ name: String, to new: String, _ later: Self) -> [Self]? {
        switch later {
        case .renameField(let table, let old, let last) where old == new:
            last == name ? [] : [.renameField(of: table, name, to: last)]
        case .removeField(let table, let gone) where gone == new: [.removeField(of: table, name)]
        default: nil
        }
    }
}
