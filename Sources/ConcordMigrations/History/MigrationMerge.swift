/// The comparison of branches of migrations, to determine whether one migration can follow them all.
package struct MigrationMerge {
    /// The last migrations of the branches.
    package let leaves: [String]
    /// The reasons why the branches can't be merged.
    package let problems: [String]
    /// The facts that the user must check, because Concord can't.
    package let warnings: [String]

    private struct Branch {
        let leaf: String
        let operations: [MigrationChange]
    }

    /// Compares the branches of a graph.
    package init(_ graph: MigrationGraph<some MigrationDescription>) {
        leaves = graph.leaves.map { $0.name }
        let histories = leaves.map { graph.ancestors(of: $0).union([$0]) }
        let common = histories.dropFirst().reduce(histories.first ?? []) { $0.intersection($1) }
        let branches = zip(leaves, histories).map { leaf, history in
            let migrations = graph.migrations(named: history.subtracting(common))
            return Branch(leaf: leaf, operations: migrations.flatMap { $0.changes })
        }
        var problems: [String] = []
        var warnings: [String] = []
        for (index, first) in branches.enumerated() {
            for second in branches.dropFirst(index + 1) {
                let parts = Self.conflicts(first.operations, second.operations)
                problems += parts.map { "\(first.leaf) and \(second.leaf) both change or use \($0)" }
            }
            if first.operations.contains(where: \.isOpaque) {
                warnings.append(
                    "\(first.leaf) or a migration before it runs SQL or code: check that the order does not matter")
            }
        }
        if problems.isEmpty {
            do { _ = try MigrationState(after: graph.migrations) } catch { problems.append("\(error)") }
        }
        self.problems = problems
        self.warnings = warnings
    }

    /// Returns the parts of the schema that one series of operations changes and the other changes or requires.
    private static func conflicts(_ first: [MigrationChange], _ second: [MigrationChange]) -> [SchemaPart] {
        let (one, other) = (first.map { $0.effect }, second.map { $0.effect })
        let created = Set((one + other).flatMap { $0.isCreation ? $0.changed : [] })
        let (changed, otherChanged) = (union(one, \.changed), union(other, \.changed))
        // What a branch requires of a table that it creates itself is no business of the other one.
        let required = union(one, \.required).subtracting(created)
        let otherRequired = union(other, \.required).subtracting(created)
        let parts = changed.intersection(otherChanged.union(otherRequired)).union(otherChanged.intersection(required))
        // A table stands for its columns.
        return parts.filter { part in
            if case .column(_, let table) = part { !parts.contains(.table(table)) } else { true }
        }.sorted { $0.description < $1.description }
    }

    private static func union(_ effects: [SchemaEffect], _ parts: KeyPath<SchemaEffect, Set<SchemaPart>>)
        -> Set<SchemaPart>
    {
        effects.reduce(into: []) { $0.formUnion($1[keyPath: parts]) }
    }
}
