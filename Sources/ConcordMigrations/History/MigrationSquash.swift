/// A migration that replaces several consecutive migrations.
package struct MigrationSquash {
    /// The start of the file name: `0001_squashed_0004`.
    package let prefix: String
    private let dependencies: [String]
    private let replaces: [String]
    private let operations: [MigrationChange]
    private let before: Int

    /// Combines consecutive migrations.
    ///
    /// - Parameters:
    ///   - graph: The migrations of the app.
    ///   - first: The first migration to replace, or `nil` for the first migration of the app.
    ///   - last: The last migration to replace.
    /// - Throws: ``MigrationError`` if the last migration doesn't follow the first one.
    package init<M: MigrationDescription>(_ graph: MigrationGraph<M>, from first: M?, to last: M) throws {
        let history = graph.migrations(named: graph.ancestors(of: last.name).union([last.name]))
        let start = first.map { first in history.firstIndex { $0.name == first.name } } ?? 0
        guard let start else {
            throw MigrationError("\(last.name) does not depend on \(first?.name ?? "")")
        }
        let squashed = history[start...]
        guard squashed.count > 1 else {
            throw MigrationError("at least two migrations are required, not only \(last.name)")
        }
        guard let lower = squashed.first.flatMap({ MigrationNumber($0.name) }), let upper = MigrationNumber(last.name)
        else { throw MigrationError("the names of the migrations do not start with numbers") }
        prefix = "\(MigrationNumber.padded(lower.first))_squashed_\(MigrationNumber.padded(upper.last))"
        replaces = squashed.map { $0.name }
        let needed = squashed.flatMap { graph.dependencies(of: $0.name) }
        let earlier = Set(history[..<start].map { $0.name })
        dependencies = graph.leaves(among: earlier.intersection(needed))
        let operations = squashed.flatMap { Self.operations(of: $0) }
        before = operations.count
        let state = try MigrationState(after: Array(history[..<start]))
        self.operations = try SquashedOperations(operations, from: state).operations
    }

    /// Returns the operations of a migration. Code can't be written out, so the operation refers to its location.
    private static func operations(of migration: some MigrationDescription) -> [MigrationChange] {
        migration.changes.enumerated().map { index, change in
            guard case .run(let reference) = change else { return change }
            return .run(reference: reference ?? "\(migration.name).operations[\(index)]")
        }
    }

    /// The number of operations in the replaced migrations, and in this one.
    package var operationCount: (before: Int, after: Int) { (before, operations.count) }

    /// The expressions that refer to code in the replaced migrations.
    package var references: [String] {
        operations.compactMap { if case .run(let reference) = $0 { reference } else { nil } }
    }

    /// Returns the source of the migration for the name of its type.
    package func source(_ type: String) -> MigrationSource {
        MigrationSource(type, after: dependencies, replaces: replaces, operations)
    }
}
