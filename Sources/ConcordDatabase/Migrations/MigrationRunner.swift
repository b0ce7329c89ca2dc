import ConcordCore

/// Applies migrations to a database, and reverses them.
public struct MigrationRunner: Sendable {
    private let database: Database
    private let migrations: [any Migration.Type]

    /// Creates a runner for a database.
    ///
    /// - Parameters:
    ///   - database: The database.
    ///   - migrations: All migrations of the app, each after those that it depends on.
    public init(_ database: Database, _ migrations: [any Migration.Type]) {
        self.database = database
        self.migrations = migrations
    }

    /// The application or the reversal of a migration.
    public struct Step: Sendable {
        /// The migration.
        public let migration: any Migration.Type
        /// Whether the migration is reversed.
        public let isReversed: Bool

        /// Creates a step.
        public init(migration: any Migration.Type, isReversed: Bool) {
            self.migration = migration
            self.isReversed = isReversed
        }

        /// The name of the migration's type.
        public var name: String { migration.name }
    }

    /// Returns the names of the migrations that the database has applied, even if the app no longer contains them.
    ///
    /// A squashed migration is included if the database has applied all migrations that it replaces.
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

    /// Returns the steps that bring the database to a migration.
    ///
    /// - Parameter target: The last migration to apply, by name or number, `zero` to reverse all migrations, or `nil`
    ///   to apply all migrations.
    /// - Throws: ``ConcordMigrations/MigrationError`` if no migration has the name, or if the history has two last migrations.
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

    /// Performs a step in a transaction, unless another instance has already performed it.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - isFake: Whether to record the step without performing it.
    /// - Returns: Whether this call performed the step.
    /// - Throws: ``ConcordMigrations/MigrationError`` if the migration can't be reversed, or ``DatabaseError`` if a statement fails. In
    ///   both cases, the database is unchanged.
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

    /// Records each squashed migration as applied if all migrations that it replaces are applied.
    package func recordReplacements() async throws {
        if try await replacements().isEmpty { return }
        try await database.schemaTransaction {
            for name in try await replacements().sorted() { try await insertRecord(name) }
        }
    }

    /// Returns the names of squashed migrations that count as applied but are not recorded.
    private func replacements() async throws -> Set<String> {
        let recorded = try await recorded()
        return counted(recorded).subtracting(recorded)
    }

    /// Performs operations on the tables of a state, or reverses them, and returns the resulting state.
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

    /// Performs changes of tables as in one migration, or reverses them, and returns the resulting state.
    @discardableResult
    package func carryOut(
        _ changes: [MigrationChange], from state: MigrationState, isReversed: Bool
    ) async throws -> MigrationState {
        try await carryOut(changes.map { MigrationOperation($0) }, from: state, isReversed: isReversed)
    }

    /// Returns the SQL statements of a step, for display. A comment represents code that the migration runs.
    public func statements(of step: Step) throws -> [String] {
        let graph = try MigrationGraph(migrations)
        let isCurrent = graph.migrations.contains { $0.name == step.name }
        // A replaced migration follows other replaced migrations.
        let history = isCurrent ? graph : try MigrationGraph(migrations.filter { $0.replaces.isEmpty })
        return try transitions(of: step, history.ancestors(of: step.name), history).flatMap { transition -> [String] in
            switch transition.operation.change {
            case .runSQL(let text, let reverse): [step.isReversed ? reverse ?? "" : text]
            case .run: ["-- the migration runs code here"]
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

    /// Returns the operations in the order in which they are performed, each with the tables before and after it.
    ///
    /// The tables are those of the applied migrations. A migration of another branch can precede them in the order and
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

    // MARK: The table of migrations

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
    /// Applies the migrations that the database doesn't have. In an app without migrations, creates the tables of its
    /// models.
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

    /// Runs an operation in a transaction that changes tables. No other instance changes tables at the same time.
    /// SQLite checks foreign keys at the end of the transaction, because they are broken while one table replaces
    /// another.
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
