public import ConcordCore

extension Database {
    /// Creates the missing tables of models and of the models that their keys refer to.
    ///
    /// - Returns: The names of the new tables.
    /// - Throws: ``DatabaseError``. If it throws, no table is created.
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

    /// Waits until no other process changes tables, and prevents other processes from changing them until the end of
    /// the transaction.
    ///
    /// SQLite allows only one writing transaction at a time.
    package func lockTables() async throws {
        guard dialect == .postgreSQL else { return }
        // An arbitrary number that other advisory locks don't use.
        _ = try await rows(of: "SELECT pg_advisory_xact_lock(7106021965)") { _ in true }
    }

    /// Returns the names of the tables of models that the database doesn't have.
    package func missingTables(for models: [any Model.Type]) async throws -> [String] {
        let present = Set(try await tableNames())
        return TableDefinition.inOrder(of: models).map(\.name).filter { !present.contains($0) }
    }

    /// Returns the names of all tables.
    package func tableNames() async throws -> [String] {
        let statement: SQLStatement =
            switch dialect {
            case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            case .postgreSQL: "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
            }
        return try await rows(of: statement) { try $0.text(at: 0) }
    }
}

extension Model {
    fileprivate static var fieldCount: Int { fields.count }
}

extension TableDefinition {
    /// Returns the tables of models, and of the models that their keys refer to. Each table follows the tables that it
    /// refers to.
    package static func inOrder(of models: [any Model.Type]) -> [TableDefinition] {
        let tables = models.withRelatedModels.flatMap { $0.tables }
        let names = tables.map(\.name)
        return tables.enumerated().filter { names.firstIndex(of: $0.element.name) == $0.offset }.map(\.element)
    }
}

extension [any Model.Type] {
    /// The models, and the models that their keys refer to, without duplicates. Each model follows the models that it
    /// refers to. A model replaces another model of the same table that has fewer fields, such as `User`.
    package var withRelatedModels: [any Model.Type] {
        let all = withRelatedModels { $0 }
        let widest = Dictionary(all.map { ($0.table, $0) }) { $1.fieldCount > $0.fieldCount ? $1 : $0 }
        return all.count == widest.count ? all : withRelatedModels { widest[$0.table] ?? $0 }
    }

    private func withRelatedModels(
        _ replacement: (any Model.Type) -> any Model.Type
    ) -> [any Model.Type] {
        var models: [any Model.Type] = []
        var seen: Set<ObjectIdentifier> = []
        func add(_ model: any Model.Type) {
            let model = replacement(model)
            guard seen.insert(ObjectIdentifier(model)).inserted else { return }
            for related in model.relatedModels { add(related) }
            models.append(model)
        }
        for model in self { add(model) }
        return models
    }
}
