import Concord
import ConcordDatabase
import Testing

/// A squashed migration has the same effect as the migrations that it replaces.
@Suite struct SquashLawTests {
    @Test(arguments: TestDatabase.allCases, 1...10)
    func squashedOperationsReachTheSameSchemaWithTheSameRows(_ kind: TestDatabase, _ seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var states = [MigrationState(RandomTables.make(&random))]
        for _ in 0..<3 { states.append(MigrationState(RandomTables.changed(states[states.count - 1].tables, &random))) }
        let steps = changes(states)
        let start = ModelChanges(from: MigrationState(), to: states[0]).operations

        // From an empty database.
        let all = try SquashedOperations(start + steps, from: MigrationState()).operations
        #expect(all.count <= start.count + steps.count)
        #expect(all.count <= (states[3].tables.count + 4) * 2, "creations contain what changed later")
        try await compare(kind, start + steps, all, from: MigrationState(), rows: [])

        // From a database with rows, which all get the same value in a new column.
        let repeatable = states.map { MigrationState($0.tables.map(\.withoutUniqueColumns)) }
        let changes = changes(repeatable)
        let later = try SquashedOperations(changes, from: repeatable[0]).operations
        try await compare(kind, changes, later, from: repeatable[0], rows: repeatable[0].tables)
    }

    /// The operations from each state to the next.
    private func changes(_ states: [MigrationState]) -> [MigrationChange] {
        zip(states, states.dropFirst()).flatMap { before, after in
            let values = after.tables.flatMap { table in
                table.columns.map { ("\(table.name).\($0.name)", ColumnLiteral(RandomTables.value($0.type, 0))) }
            }
            return ModelChanges(
                from: before, to: after, initialValues: Dictionary(values, uniquingKeysWith: { first, _ in first })
            ).operations
        }
    }

    private func compare(
        _ kind: TestDatabase, _ operations: [MigrationChange], _ squashed: [MigrationChange],
        from state: MigrationState, rows tables: [TableDefinition]
    ) async throws {
        var results: [(schema: [String], rows: [String])] = []
        for operations in [operations, squashed] {
            try await kind.runEmpty { database in
                try await database.carryOut(
                    ModelChanges(from: MigrationState(), to: state).operations, from: MigrationState())
                try await RandomTables.fill(tables, in: database)
                let reached = try await database.carryOut(operations, from: state)
                results.append((try await database.schema(), try await database.rows(of: reached.tables)))
            }
        }
        #expect(results[0].schema.difference(from: results[1].schema).isEmpty)
        #expect(results[0].rows == results[1].rows)
    }
}

extension TableDefinition {
    fileprivate var withoutUniqueColumns: TableDefinition {
        var table = self
        for index in table.columns.indices { table.columns[index].isUnique = false }
        return table
    }
}

extension Database {
    /// All rows of tables, as one text each.
    fileprivate func rows(of tables: [TableDefinition]) async throws -> [String] {
        var lines: [String] = []
        for table in tables.sorted(by: { $0.name < $1.name }) {
            let columns = table.columns.map { "CAST(\"\($0.name)\" AS text)" }.sorted()
            let statement = SQLStatement("SELECT \(columns.joined(separator: ", ")) FROM \"\(table.name)\" ORDER BY id")
            lines += try await rows(of: statement) { row in
                let values = try columns.indices.map { row.isNull(at: $0) ? "null" : try row.text(at: $0) }
                return "\(table.name): \(values.joined(separator: ", "))"
            }
        }
        return lines
    }
}
