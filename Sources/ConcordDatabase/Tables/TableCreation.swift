public import ConcordCore

extension Database {
    /// Creates the tables of models that the database does not have yet, with those of the models that their keys lead to.
    ///
    /// - Returns: The names of the tables that are new.
    /// - Throws: ``DatabaseError`` as the database reports it; then no table is new.
    @discardableResult
    public func createTables(for models: [any Model.Type]) async throws -> [String] {
        try await transaction {
            try await lockTables()
            let present = Set(try await tableNames())
            let missing = TableDefinition.inOrder(of: models).filter { !present.contains($0.name) }
            for statement in TableDefinition.creation(of: missing, dialect) { try await execute(statement: statement) }
            return missing.map(\.name)
        }
    }

    /// Waits until no other process changes tables, and keeps others from it until the end of the transaction.
    ///
    /// A transaction of SQLite that writes is the only one.
    package func lockTables() async throws {
        guard dialect == .postgreSQL else { return }
        // Any number that other uses of advisory locks don't have.
        _ = try await rows(of: "SELECT pg_advisory_xact_lock(7106021965)") { _ in true }
    }

    /// The names of the tables that models of these have and the database does not.
    package func missingTables(for models: [any Model.Type]) async throws -> [String] {
        let present = Set(try await tableNames())
        return TableDefinition.inOrder(of: models).map(\.name).filter { !present.contains($0) }
    }

    /// The names of all tables.
    package func tableNames() async throws -> [String] {
        let statement: SQLStatement =
            switch dialect {
            case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            case .postgreSQL: "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
            }
        return try await rows(of: statement) { try $0.text(at: 0) }
    }
}

extension TableDefinition {
    /// The tables of models and of those that their keys refer to, each after the tables that it refers to.
    package static func inOrder(of models: [any Model.Type]) -> [TableDefinition] {
        let tables = models.withRelatedModels.flatMap { $0.tables }
        let names = tables.map(\.name)
        return tables.enumerated().filter { names.firstIndex(of: $0.element.name) == $0.offset }.map(\.element)
    }
}

extension [any Model.Type] {
    /// The models and those that their keys refer to, each once, after the models that it refers to.
    package var withRelatedModels: [any Model.Type] {
        var models: [any Model.Type] = []
        var seen: Set<ObjectIdentifier> = []
        func add(_ model: any Model.Type) {
            guard seen.insert(ObjectIdentifier(model)).inserted else { return }
            for related in model.relatedModels { add(related) }
            models.append(model)
        }
        for model in self { add(model) }
        return models
    }
}
