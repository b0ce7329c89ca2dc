import Concord
import ConcordDatabase
import Testing

/// Inspecting a database gives the tables that migrations created.
@Suite struct InspectionTests {
    @Test(arguments: TestDatabase.allCases, 1...10)
    func randomStatesAreFoundInTheDatabase(_ kind: TestDatabase, _ seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let state = MigrationState(RandomTables.checked(RandomTables.make(&random), &random))
        try await expectFound(state.tables, in: kind)
    }

    @Test(arguments: TestDatabase.allCases)
    func tablesOfModelsAreFoundInTheDatabase(_ kind: TestDatabase) async throws {
        try await expectFound(TableDefinition.inOrder(of: TestDatabase.models), in: kind)
    }

    @Test(arguments: TestDatabase.allCases)
    func aDefaultForDeletionsIsFound(_ kind: TestDatabase) async throws {
        var owner = ColumnDefinition.field(
            "owner", .integer(bits: 64), .index, .references("owner", "id", onDelete: .setDefault))
        owner.initialValue = .integer(1)
        try await expectFound(
            [
                TableDefinition("owner", columns: [.field("id", .integer(bits: 64), .primaryKey)]),
                TableDefinition("pet", columns: [.field("id", .uuid, .primaryKey), owner]),
            ], in: kind)
    }

    private func expectFound(_ tables: [TableDefinition], in kind: TestDatabase) async throws {
        try await kind.runEmpty { database in
            let operations = ModelChanges(from: MigrationState(), to: MigrationState(tables)).operations
            try await database.carryOut(operations, from: MigrationState())
            let found = try await database.inspect()
            let expected = tables.sorted { $0.name < $1.name }.map { $0.asStored(in: database.dialect) }
            let difference = found.map(\.definition.inOrder).flatMap(\.lines).difference(
                from: expected.flatMap(\.lines))
            #expect(difference.isEmpty)
        }
    }
}

extension TableDefinition {
    /// A description of the table, with one line for each part of it.
    fileprivate var lines: [String] {
        columns.map { column in
            let flags = [column.isNullable, column.isPrimaryKey, column.isUnique, column.isIndexed]
            let reference = column.reference.map { "\($0.table).\($0.column) \($0.onDelete)" } ?? "-"
            let value = column.initialValue.map { "\($0)" } ?? "-"
            return "\(name).\(column.name) \(column.type) \(flags) \(reference) \(value) \(column.bounds)"
        } + constraints.map { "\(name) unique \($0.name) \($0.columns)" }
            + indexes.map { "\(name) index \($0.name) \($0.columns) \($0.isUnique) \($0.condition ?? "-")" }
            + checks.map { "\(name) check \($0.name) \($0.condition)" }
    }

    /// The table with its checks and indexes in the order of their names.
    fileprivate var inOrder: TableDefinition {
        var table = self
        table.indexes.sort { $0.name < $1.name }
        table.checks.sort { $0.name < $1.name }
        return table
    }

    /// The table, reduced to the parts that a database stores.
    fileprivate func asStored(in dialect: Dialect) -> TableDefinition {
        var table = self
        for index in table.columns.indices {
            var column = table.columns[index]
            switch column.type {
            case .integer where dialect == .sqlite: column.type = .integer(bits: 64)
            case .array: column.type = .json
            default: break
            }
            if column.reference?.onDelete == .doNothing { column.reference?.onDelete = .restrict }
            // A constraint and a primary key are indexes.
            if column.isUnique || column.isPrimaryKey { column.isIndexed = false }
            if column.isPrimaryKey { column.isUnique = false }
            table.columns[index] = column
        }
        table.constraints.sort { $0.name < $1.name }
        table.indexes.sort { $0.name < $1.name }
        table.checks.sort { $0.name < $1.name }
        return table
    }
}
