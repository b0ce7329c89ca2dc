import ConcordCore

/// Applies migrations to a database, and takes them back.
public struct MigrationRunner: Sendable {
    private let database: Database
    private let migrations: [any Migration.Type]

    /// Works on a database.
    ///
    /// - Parameters:
    ///   - database: The database.
    ///   - migrations: All migrations of the app, each after those that it depends on.
    public init(_ database: Database, _ migrations: [any Migration.Type]) {
        self.database = database
        self.migrations = migrations
    }

    /// A migration, and whether it is applied or taken back.
    public struct Step: Sendable {
        /// The migration.
        public let migration: any Migration.Type
        /// Whether it is taken back.
        public let isReversed: Bool

        /// Makes a step.
        public init(migration: any Migration.Type, isReversed: Bool) {
            self.migration = migration
            self.isReversed = isReversed
        }

        /// The name of the migration's type.
        public var name: String { migration.name }
    }

    /// The names of the migrations that the database has, whether or not the app still has them.
    ///
    /// A squashed migration is among them if the database has all migrations that it replaces.
    public func applied() async throws -> Set<String> {
        try await counted(recorded())
    }

    private func counted(_ recorded: Set<String>) -> Set<String> {
        MigrationReplacements.counted(migrations.map(DeclaredMigration.init), recorded)
    }

    /// The names in the table of applied migrations.
    private func recorded() async throws -> Set<String> {
        guard try await database.tableNames().contains(Self.table) else { return [] }
        let statement = SQLStatement("SELECT name FROM \(Dialect.quoted(Self.table))")
        return Set(try await database.rows(of: statement) { try $0.text(at: 0) })
    }

    /// Returns the steps that lead the database to a migration.
    ///
    /// - Parameter target: The last migration to apply, by its name or number, or `zero` to take all migrations back; nil to
    ///   apply all.
    /// - Throws: ``MigrationError`` if no migration has the name, or if there are two last migrations.
    public func plan(to target: String? = nil) async throws -> [Step] {
        let applied = try await applied()
        let graph = try MigrationGraph(migrations, applied: applied)
        try graph.checkForConflicts()
        let names = Set(graph.migrations.map { $0.name })
        var (reversed, wanted): (Set<String>, Set<String>) = ([], names)
        if target == "zero" {
            (reversed, wanted) = (names, [])
        } else if let target {
            let name = try graph.migration(target).name
            (reversed, wanted) = (graph.descendants(of: name), graph.ancestors(of: name).union([name]))
        }
        return graph.migrations(named: reversed.intersection(applied)).reversed().map {
            Step(migration: $0.type, isReversed: true)
        }
            + graph.migrations(named: wanted.subtracting(applied)).map { Step(migration: $0.type, isReversed: false) }
    }

    /// Carries out a step in a transaction, unless another instance was faster.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - isFake: Whether the database is only told that the step was carried out.
    /// - Returns: Whether this call carried it out.
    /// - Throws: ``MigrationError`` if the migration can't be taken back, ``DatabaseError`` if a statement fails; then nothing of
    ///   the step is done.
    @discardableResult
    public func run(_ step: Step, isFake: Bool = false) async throws -> Bool {
        try await database.schemaTransaction {
            try await prepareTable()
            let recorded = try await recorded()
            let applied = counted(recorded)
            guard applied.contains(step.name) == step.isReversed else { return false }
            if !isFake {
                for transition in try transitions(of: step, applied) { try await carryOut(transition, step.name) }
            }
            try await record(step, in: recorded)
            return true
        }
    }

    /// Records squashed migrations as applied where all migrations that they replace are.
    package func recordReplacements() async throws {
        if try await replacements().isEmpty { return }
        try await database.schemaTransaction {
            for name in try await replacements().sorted() { try await insertRecord(name) }
        }
    }

    /// The names of squashed migrations that count as applied and are not recorded.
    private func replacements() async throws -> Set<String> {
        let recorded = try await recorded()
        return counted(recorded).subtracting(recorded)
    }

    /// Carries out operations on tables of some state, or takes them back, and returns the state that they lead to.
    @discardableResult
    package func carryOut(
        _ operations: [MigrationOperation], from state: MigrationState, isReversed: Bool
    ) async throws -> MigrationState {
        let transitions = try transitions(of: operations, from: state, isReversed: isReversed)
        try await database.schemaTransaction {
            for transition in transitions { try await carryOut(transition, "The migration") }
        }
        return (isReversed ? transitions.first?.before : transitions.last?.after) ?? state
    }

    /// Carries out changes of tables as one migration does, or takes them back, and returns the state that they lead to.
    @discardableResult
    package func carryOut(
        _ changes: [MigrationChange], from state: MigrationState, isReversed: Bool
    ) async throws -> MigrationState {
        try await carryOut(changes.map { MigrationOperation($0) }, from: state, isReversed: isReversed)
    }

    /// The statements of a step, for a person to read; code that a migration runs stands as a comment.
    public func statements(of step: Step) throws -> [String] {
        let graph = try MigrationGraph(migrations)
        let isCurrent = graph.migrations.contains { $0.name == step.name }
        // A replaced migration follows others that are replaced.
        let history = isCurrent ? graph : try MigrationGraph(migrations.filter { $0.replaces.isEmpty })
        return try transitions(of: step, history.ancestors(of: step.name), history).flatMap { transition -> [String] in
            switch transition.operation.change {
            case .runSQL(let text, let reverse): [step.isReversed ? reverse ?? "" : text]
            case .run: ["-- code of the migration runs here"]
            case let change:
                transition.statements(database.dialect).statements(of: change, isReversed: step.isReversed).map(\.text)
            }
        }
    }

    private struct Transition {
        let operation: MigrationOperation
        let before: MigrationState
        let after: MigrationState
        let isReversed: Bool

        func statements(_ dialect: Dialect) -> SchemaStatements { SchemaStatements(from: before, to: after, dialect) }
    }

    /// The operations in the order in which they are carried out, each with the tables before and after it.
    ///
    /// The tables are those of the migrations that are applied: a migration of another branch may come earlier in the order and
    /// still be missing.
    private func transitions(
        of step: Step, _ applied: Set<String>, _ graph: MigrationGraph<DeclaredMigration>? = nil
    ) throws -> [Transition] {
        let graph = try graph ?? MigrationGraph(migrations, applied: applied)
        let others = graph.migrations(named: applied.subtracting([step.name]))
        return try transitions(
            of: step.migration.operations, from: MigrationState(after: others), isReversed: step.isReversed)
    }

    private func transitions(
        of operations: [MigrationOperation], from state: MigrationState, isReversed: Bool
    ) throws -> [Transition] {
        var state = state
        var transitions: [Transition] = []
        for operation in operations {
            let before = state
            try state.apply(operation.change)
            transitions.append(
                isReversed
                    ? Transition(operation: operation, before: state, after: before, isReversed: true)
                    : Transition(operation: operation, before: before, after: state, isReversed: false))
        }
        return isReversed ? transitions.reversed() : transitions
    }

    private func carryOut(_ transition: Transition, _ name: String) async throws {
        let isReversed = transition.isReversed
        switch transition.operation.change {
        case .run:
            let code = transition.operation.code
            guard let code = isReversed ? code?.reverse : code?.forwards else { throw irreversible(name) }
            try await code(database)
        case .runSQL(let text, let reverse):
            guard let text = isReversed ? reverse : text else { throw irreversible(name) }
            try await database.execute(statement: SQLStatement(text))
        case let change:
            for statement in transition.statements(database.dialect).statements(of: change, isReversed: isReversed) {
                try await database.execute(statement: statement)
            }
        }
    }

    private func irreversible(_ name: String) -> MigrationError {
        MigrationError("\(name) can't be reversed: one of its operations has no reverse")
    }

    // MARK: What the database keeps

    private static let table = "concord_migrations"

    private func prepareTable() async throws {
        let definition = TableDefinition(
            Self.table, columns: [.field("name", .text, .primaryKey), .field("applied", .timestamp)])
        guard try await !database.tableNames().contains(Self.table) else { return }
        for statement in definition.creation(database.dialect) { try await database.execute(statement: statement) }
    }

    private func record(_ step: Step, in recorded: Set<String>) async throws {
        let names = [step.name] + step.migration.replaces
        if step.isReversed {
            for name in names { try await deleteRecord(name) }
        } else {
            for name in names where !recorded.contains(name) { try await insertRecord(name) }
        }
    }

    private func insertRecord(_ name: String) async throws {
        var writer = SQLWriter(database.dialect)
        let values = "\(writer.bind(.text(name))), \(writer.bind(.timestamp(.now)))"
        let text = "INSERT INTO \(Dialect.quoted(Self.table)) (\"name\", \"applied\") VALUES (\(values))"
        try await database.execute(statement: SQLStatement(text, writer.bindings))
    }

    private func deleteRecord(_ name: String) async throws {
        var writer = SQLWriter(database.dialect)
        let text = "DELETE FROM \(Dialect.quoted(Self.table)) WHERE \"name\" = \(writer.bind(.text(name)))"
        try await database.execute(statement: SQLStatement(text, writer.bindings))
    }
}

extension Database {
    /// Applies the migrations of an app that the database lacks; an app without migrations gets the tables of its models.
    package func prepare(for api: ServedAPI) async throws {
        let migrations = api.migrations
        guard !migrations.isEmpty else {
            try await createTables(for: api.models)
            return
        }
        let runner = MigrationRunner(self, migrations)
        for step in try await runner.plan() { try await runner.run(step) }
        try await runner.recordReplacements()
    }

    /// A transaction that changes tables. No other instance changes tables at the same time, and SQLite checks keys at its end:
    /// while a table is exchanged for another one, they lead nowhere.
    fileprivate func schemaTransaction<Result: Sendable>(_ operation: () async throws -> Result) async throws -> Result
    {
        guard dialect == .sqlite else {
            return try await transaction {
                try await lockTables()
                return try await operation()
            }
        }
        let connection = try await driver.connection(for: .write)
        defer { driver.release(connection) }
        try await connection.execute("PRAGMA foreign_keys = OFF")
        do {
            let result = try await transaction(on: connection, dialect.begin(nil)) {
                let result = try await operation()
                try await checkForeignKeys()
                return result
            }
            await connection.clean(["PRAGMA foreign_keys = ON"])
            return result
        } catch {
            await connection.clean(["PRAGMA foreign_keys = ON"])
            throw error
        }
    }

    private func checkForeignKeys() async throws {
        let broken = try await rows(of: "PRAGMA foreign_key_check") { try $0.text(at: 0) }
        if let table = broken.first {
            throw MigrationError("foreign keys of the table '\(table)' would refer to missing rows")
        }
    }
}
