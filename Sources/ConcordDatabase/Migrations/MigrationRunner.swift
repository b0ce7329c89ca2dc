import ConcordCore

/// Applies migrations to a database, and takes them back.
public struct MigrationRunner: Sendable {
    private let database: Database
    private let migrations: [any Migration.Type]

    /// Works on a database.
    ///
    /// - Parameters:
    ///   - database: The database.
    ///   - migrations: All migrations of the app, each behind those that it depends on.
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
    public func applied() async throws -> Set<String> {
        guard try await database.tableNames().contains(Self.table) else { return [] }
        let statement = SQLStatement("SELECT name FROM \(Dialect.quoted(Self.table))")
        return Set(try await database.rows(of: statement) { try $0.text(at: 0) })
    }

    /// What leads the database to a migration.
    ///
    /// - Parameter target: The name of the last migration that is to be applied, `zero` for none; nil for all migrations.
    /// - Throws: ``MigrationError`` for a name that no migration has.
    public func plan(to target: String? = nil) async throws -> [Step] {
        let applied = try await applied()
        let wanted = try wanted(target)
        let reversed = migrations.reversed().filter { applied.contains($0.name) && !wanted.contains($0.name) }
        let missing = migrations.filter { !applied.contains($0.name) && wanted.contains($0.name) }
        return reversed.map { Step(migration: $0, isReversed: true) }
            + missing.map { Step(migration: $0, isReversed: false) }
    }

    /// The names of the migrations up to a target, with those that it depends on.
    private func wanted(_ target: String?) throws -> Set<String> {
        guard let target else { return Set(migrations.map { $0.name }) }
        if target == "zero" { return [] }
        let matches = migrations.indices.filter { migrations[$0].name == target }
        guard let last = matches.first ?? number(target) else {
            throw MigrationError("there is no migration '\(target)'; 'showmigrations' lists them")
        }
        return Set(migrations[...last].map { $0.name })
    }

    /// `2`, `0002` and `Migration0002` name the same one.
    private func number(_ target: String) -> Int? {
        guard let number = Int(target) else { return nil }
        return migrations.firstIndex { Int($0.name.drop { !$0.isNumber }.prefix { $0.isNumber }) == number }
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
        let transitions = try transitions(of: step)
        return try await database.schemaTransaction {
            try await prepareTable()
            guard try await applied().contains(step.name) == step.isReversed else { return false }
            if !isFake { for transition in transitions { try await carryOut(transition, step.name) } }
            try await record(step)
            return true
        }
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

    /// The statements of a step, for a person to read; code that a migration runs stands as a comment.
    public func statements(of step: Step) throws -> [String] {
        try transitions(of: step).flatMap { transition -> [String] in
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
    private func transitions(of step: Step) throws -> [Transition] {
        let earlier = migrations.prefix { $0.name != step.name }
        return try transitions(
            of: step.migration.operations, from: MigrationState(after: Array(earlier)), isReversed: step.isReversed)
    }

    private func transitions(
        of operations: [MigrationOperation], from state: MigrationState, isReversed: Bool
    ) throws -> [Transition] {
        var state = state
        var transitions: [Transition] = []
        for operation in operations {
            let before = state
            try state.apply(operation)
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
        case .run(let forwards, let reverse):
            guard let code = isReversed ? reverse : forwards else { throw irreversible(name) }
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
        MigrationError("\(name) can't be taken back: one of its operations has no reverse")
    }

    // MARK: What the database keeps

    private static let table = "concord_migrations"

    private func prepareTable() async throws {
        let definition = TableDefinition(
            Self.table, columns: [.field("name", .text, .primaryKey), .field("applied", .timestamp)])
        guard try await !database.tableNames().contains(Self.table) else { return }
        for statement in definition.creation(database.dialect) { try await database.execute(statement: statement) }
    }

    private func record(_ step: Step) async throws {
        var writer = SQLWriter(database.dialect)
        let table = Dialect.quoted(Self.table)
        let text =
            step.isReversed
            ? "DELETE FROM \(table) WHERE \"name\" = \(writer.bind(.text(step.name)))"
            : "INSERT INTO \(table) (\"name\", \"applied\") VALUES (\(writer.bind(.text(step.name))), \(writer.bind(.now)))"
        try await database.execute(statement: SQLStatement(text, writer.bindings))
    }
}

extension Database {
    /// Applies the migrations of an app that the database lacks; an app without migrations gets the tables of its models.
    package func prepare(for api: ServedAPI) async throws {
        guard !api.migrations.isEmpty else {
            try await createTables(for: api.models)
            return
        }
        let runner = MigrationRunner(self, api.migrations)
        for step in try await runner.plan() { try await runner.run(step) }
    }

    /// A transaction that changes tables. No other instance changes tables at the same time, and SQLite checks keys at its end:
    /// while a table is exchanged for another one, they lead nowhere.
    fileprivate func schemaTransaction<Result: Sendable>(_ operation: () async throws -> Result) async throws -> Result
    {
        guard dialect == .sqlite else {
            return try await transaction {
                // Any number that other uses of advisory locks don't have.
                _ = try await rows(of: "SELECT pg_advisory_xact_lock(7106021965)") { _ in true }
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
        if let table = broken.first { throw MigrationError("keys of the table '\(table)' would lead nowhere") }
    }
}
