import Concord
import ConcordDatabase
import ConcordSQLite
import Foundation
import Testing

/// Migrations change the state of a database forward and backward, and preserve its data.
@Suite struct MigrationTests {
    private struct First: Migration {
        static let operations: [MigrationOperation] = [
            .createModel("person", [.field("id", .integer(bits: 64), .primaryKey), .field("name", .text, .unique)]),
            .createModel(
                "pet",
                [
                    .field("id", .uuid, .primaryKey), .field("name", .text),
                    .field(
                        "person", .integer(bits: 64), .null, .index, .references("person", "id", onDelete: .cascade)),
                ],
                indexes: [TableIndex("pet_name", ["name"])]),
            .run(reverse: { _ in }) { database in
                try await database.execute("INSERT INTO person (name) VALUES (\("Anna"))")
                try await database.execute("INSERT INTO pet (id, name, person) VALUES (\(UUID()), \("Rex"), 1)")
            },
        ]
    }

    private struct Second: Migration {
        static let dependencies: [any Migration.Type] = [First.self]
        static let operations: [MigrationOperation] = [
            .renameModel("person", to: "owner"),
            .renameField(of: "owner", "name", to: "full_name"),
            .addField(of: "pet", .field("kind", .text, .index, .default(.text("d'og")))),
            .alterField(of: "pet", .field("name", .text, .null)),
            .addConstraint(of: "pet", UniqueConstraint("pet_once", ["name", "person"])),
            .addConstraint(of: "pet", CheckConstraint("pet_name_or_person", "\"name\" <> '' OR \"person\" IS NULL")),
            .addIndex(of: "pet", TableIndex("pet_lone", ["kind"], isUnique: true, where: "\"person\" IS NULL")),
            .alterField(of: "owner", .field("full_name", .text, .unique, .minLength(1), .maxLength(40))),
            .removeIndex(of: "pet", "pet_name"),
            .runSQL("UPDATE pet SET name = 'Max'", reverse: "UPDATE pet SET name = 'Rex'"),
        ]
    }

    private struct Broken: Migration {
        static let dependencies: [any Migration.Type] = [Second.self]
        static let operations: [MigrationOperation] = [
            .addField(of: "pet", .field("age", .integer(bits: 32), .null)),
            .runSQL("UPDATE nowhere SET x = 1"),
        ]
    }

    @Test(arguments: TestDatabase.allCases)
    func migrationsAreAppliedAndTakenBack(_ kind: TestDatabase) async throws {
        try await kind.runEmpty { try await applyAndTakeBack(in: $0) }
    }

    private func applyAndTakeBack(in database: Database) async throws {
        let runner = MigrationRunner(database, [First.self, Second.self])
        var schemas: [[String]] = []
        for step in try await runner.plan() {
            schemas.append(try await database.schema())
            #expect(try await runner.run(step))
            #expect(try await !runner.run(step))
        }
        let pets: [(String, String, Int)] = try await database.rows("SELECT name, kind, person FROM pet")
        #expect(pets.map { "\($0.0) \($0.1) \($0.2)" } == ["Max d'og 1"])
        let owners: [String] = try await database.rows("SELECT full_name FROM owner")
        #expect(owners == ["Anna"])
        await #expect(throws: DatabaseError.self) { try await database.execute("UPDATE pet SET person = 99") }
        await #expect(throws: DatabaseError.self) { try await database.execute("UPDATE pet SET name = ''") }
        await #expect(throws: DatabaseError.self) { try await database.execute("UPDATE owner SET full_name = ''") }
        #expect(try await runner.plan().isEmpty)
        for step in try await runner.plan(to: "zero") {
            try await runner.run(step)
            #expect(try await database.schema() == schemas.removeLast())
        }
        #expect(try await runner.applied().isEmpty)
    }

    @Test(arguments: TestDatabase.allCases)
    func aMigrationThatFailsDoesNothing(_ kind: TestDatabase) async throws {
        try await kind.runEmpty { try await failHalfWay(in: $0) }
    }

    private func failHalfWay(in database: Database) async throws {
        let runner = MigrationRunner(database, [First.self, Second.self, Broken.self])
        let steps = try await runner.plan()
        for step in steps.dropLast() { try await runner.run(step) }
        let before = try await database.schema()
        await #expect(throws: DatabaseError.self) { try await runner.run(steps[2]) }
        #expect(try await database.schema() == before)
        #expect(try await runner.applied() == ["First", "Second"])
        // Keys are checked again.
        await #expect(throws: DatabaseError.self) {
            try await database.execute("INSERT INTO pet (id, kind, person) VALUES (\(UUID()), 'x', 99)")
        }
    }

    @Test func aFreshDatabaseOfModelsNeedsNoChanges() throws {
        let models: [any Model.Type] = [Station.self, Owner.self, Tag.self, Visit.self, Sample.self]
        let state = MigrationState(TableDefinition.inOrder(of: models))
        let changes = ModelChanges(from: MigrationState(), to: state)
        #expect(changes.problems.isEmpty)
        var reached = MigrationState()
        for operation in changes.operations { try reached.apply(operation) }
        #expect(reached == state)
        #expect(ModelChanges(from: reached, to: state).operations.isEmpty)
        #expect(TableDefinition.initialValues(of: models)["station.status"] == .text("active"))
    }

    @Test func aColumnThatMustHaveAValueNeedsOne() throws {
        let old = MigrationState([TableDefinition("pet", columns: [.field("id", .uuid, .primaryKey)])])
        let new = MigrationState([
            TableDefinition("pet", columns: [.field("id", .uuid, .primaryKey), .field("name", .text)])
        ])
        #expect(
            ModelChanges(from: old, to: new).problems.map(\.description) == [
                "existing rows of 'pet' need a value for 'name': give the field a default, make it optional, or "
                    + "pass a value with --default pet.name=VALUE"
            ])
        let told = ModelChanges(from: old, to: new, initialValues: ["pet.name": .text("Rex")])
        #expect(
            MigrationSource("Migration0002", after: ["Migration0001"], told.operations).text == """
                import Concord

                struct Migration0002: Migration {
                    static let dependencies: [any Migration.Type] = [Migration0001.self]
                    static let operations: [MigrationOperation] = [
                        .addField(of: "pet", .field("name", .text, .default(.text("Rex"))))
                    ]
                }

                """)
        let back = ModelChanges(from: new, to: old)
        #expect(back.warnings == ["the column 'name' of 'pet' is removed with all its values"])
    }

    @Test func aRenamedColumnKeepsItsValues() throws {
        let old = MigrationState([
            TableDefinition("pet", columns: [.field("id", .uuid, .primaryKey), .field("a", .text)])
        ])
        let new = MigrationState([
            TableDefinition("dog", columns: [.field("id", .uuid, .primaryKey), .field("b", .text)])
        ])
        let changes = ModelChanges(from: old, to: new, renamed: [("pet", "dog"), ("dog.a", "dog.b")])
        #expect(changes.problems.isEmpty && changes.warnings.isEmpty)
        var reached = old
        for operation in changes.operations { try reached.apply(operation) }
        #expect(reached == new)
    }

    @Test(arguments: TestDatabase.allCases)
    func rowsGetTheDefaultAsItIs(_ kind: TestDatabase) async throws {
        let texts = ["'", "'\u{301}; DROP TABLE span; --", "\\'", "\"", "$1", "%"]
        let lengths: [Duration] = [.seconds(-90), .microseconds(1), .zero, .seconds(86_400 * 40) + .microseconds(-1)]
        try await kind.runEmpty { database in
            let id = ColumnDefinition.field("id", .integer(bits: 64), .primaryKey)
            var state = try await database.carryOut([.createModel("span", [id])], from: MigrationState())
            try await database.execute("INSERT INTO span (id) VALUES (1)")
            for (text, length) in zip(texts + texts, lengths + lengths + lengths) {
                let operations: [MigrationOperation] = [
                    .addField(of: "span", .field("text", .text, .default(.text(text)))),
                    .addField(of: "span", .field("json", .json, .default(.json([.string(text)])))),
                    .addField(of: "span", .field("length", .interval, .default(.interval(length)))),
                ]
                state = try await database.carryOut(operations, from: state)
                let rows: [(String, JSON, Duration)] = try await database.rows("SELECT text, json, length FROM span")
                #expect(rows.map(\.0) == [text])
                #expect(rows.map(\.1) == [[.string(text)]])
                #expect(rows.map(\.2) == [length])
                try await database.carryBack(operations, from: MigrationState(state.tables.map(\.onlyKey)), to: state)
                state = MigrationState(state.tables.map(\.onlyKey))
            }
        }
    }

    @Test(arguments: TestDatabase.allCases, 1...40)
    func randomStatesAreReachedWithTheirRows(_ kind: TestDatabase, _ seed: Int) async throws {
        try await kind.runEmpty { database in
            try await kind.runEmpty { try await reachRandomState(seed, in: database, fresh: $0) }
        }
    }

    private func reachRandomState(_ seed: Int, in database: Database, fresh expected: Database) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let plain = RandomTables.make(&random)
        let old = MigrationState(RandomTables.checked(plain, &random))
        let new = MigrationState(RandomTables.checked(RandomTables.changed(plain, &random), &random))
        try await database.carryOut(ModelChanges(from: MigrationState(), to: old).operations, from: MigrationState())
        try await RandomTables.fill(old.tables, in: database)
        let before = try await database.contents(of: old.tables)
        let fresh = try await database.schema()

        let values = Dictionary(
            new.tables.flatMap { table in
                table.columns.map { ("\(table.name).\($0.name)", ColumnLiteral(RandomTables.value($0.type, 0))) }
            },
            uniquingKeysWith: { $1 })
        let changes = ModelChanges(from: old, to: new, initialValues: values)
        #expect(changes.problems.isEmpty)
        let reached = try await database.carryOut(changes.operations, from: old)
        try await expected.carryOut(ModelChanges(from: MigrationState(), to: new).operations, from: MigrationState())
        #expect(try await database.schema().difference(from: expected.schema()).isEmpty)
        let kept = old.tables.compactMap { table -> TableDefinition? in
            guard let now = new.tables.first(where: { $0.name == table.name }) else { return nil }
            let columns = table.columns.filter { column in now.columns.contains { $0.name == column.name } }
            return TableDefinition(table.name, columns: columns)
        }
        let after = try await database.contents(of: kept)
        for (table, rows) in after { #expect(rows.count == before[table]?.count) }

        try await database.carryBack(changes.operations, from: old, to: reached)
        #expect(try await database.schema() == fresh)
    }
}

extension TableDefinition {
    /// The table with only its first column.
    fileprivate var onlyKey: TableDefinition { TableDefinition(name, columns: Array(columns.prefix(1))) }
}

extension Database {
    /// Applies operations as one migration does.
    @discardableResult
    func carryOut(_ operations: [MigrationOperation], from state: MigrationState) async throws
        -> MigrationState
    {
        try await MigrationRunner(self, []).carryOut(operations, from: state, isReversed: false)
    }

    /// Applies changes of tables as one migration does.
    @discardableResult
    func carryOut(_ changes: [MigrationChange], from state: MigrationState) async throws -> MigrationState {
        try await MigrationRunner(self, []).carryOut(changes, from: state, isReversed: false)
    }

    func carryBack(
        _ operations: [MigrationOperation], from state: MigrationState, to reached: MigrationState
    ) async throws {
        try await MigrationRunner(self, []).carryOut(operations, from: state, isReversed: true)
    }

    func carryBack(
        _ changes: [MigrationChange], from state: MigrationState, to reached: MigrationState
    ) async throws {
        try await MigrationRunner(self, []).carryOut(changes, from: state, isReversed: true)
    }

    func contents(of tables: [TableDefinition]) async throws -> [String: [String]] {
        var contents: [String: [String]] = [:]
        for table in tables {
            let statement = SQLStatement("SELECT id FROM \"\(table.name)\" ORDER BY id")
            contents[table.name] = try await rows(of: statement) { String(try $0.integer(at: 0)) }
        }
        return contents
    }
}
