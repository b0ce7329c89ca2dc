package import ConcordCore

/// Stores the entries of fixtures as objects, and replaces objects with the same keys.
///
/// The entries can have any order and cyclic references. They are stored in one transaction, and foreign keys are
/// checked at its end.
package struct FixtureLoader: Sendable {
    /// A file of a fixture.
    package struct File: Sendable {
        let name: String
        let reader: @Sendable () throws -> () throws -> [UInt8]

        /// Creates a file.
        ///
        /// - Parameters:
        ///   - name: The name, for error messages.
        ///   - reader: A closure that opens the file and returns a closure that reads the next chunk.
        package init(_ name: String, _ reader: @escaping @Sendable () throws -> () throws -> [UInt8]) {
            self.name = name
            self.reader = reader
        }
    }

    private let database: Database
    private let models: [any Model.Type]

    /// Creates a loader for models in a database.
    package init(_ database: Database, _ models: [any Model.Type]) {
        self.database = database
        self.models = models
    }

    /// Stores the entries of files, in constant memory.
    ///
    /// - Returns: The number of entries.
    /// - Throws: ``InvalidFixture`` with the file, the entry and the field. If it throws, nothing is stored.
    package func load(_ files: [File]) async throws -> Int {
        try await database.run {
            try await database.transaction {
                let constraints = try await deferForeignKeys()
                var loaded = Loaded()
                for file in files { try await load(file, &loaded) }
                for model in models {
                    try await checkKeys(of: model, files)
                    if let key = loaded.greatestKeys[model.table] {
                        try await model.moveSequence(behind: [.integer(key)], in: database)
                    }
                }
                try await restore(constraints)
                return loaded.count
            }
        }
    }

    /// The entries that are stored so far.
    private struct Loaded {
        var count = 0
        /// The greatest integer key of each model, by the name of its table.
        var greatestKeys: [String: Int64] = [:]

        mutating func add(_ key: QueryValue, of table: String) {
            count += 1
            if case .integer(let number) = key { greatestKeys[table] = max(number, greatestKeys[table] ?? number) }
        }
    }

    private func load(_ file: File, _ loaded: inout Loaded) async throws {
        var reader = FixtureReader(file.name, try file.reader())
        var batch: [(entry: FixtureReader.Entry, row: FixtureRow)] = []
        var (current, keys): ((any Model.Type)?, Set<QueryValue>) = (nil, [])
        while let entry = try reader.next() {
            let (model, row) = try row(of: entry, in: file)
            let isFull = batch.count >= max(1, 2000 / max(1, row.values.count))
            // One statement can't change a row twice.
            if isFull || keys.contains(row.key) || current.map({ $0 != model }) ?? false {
                if let current { try await store(batch, current, file) }
                (batch, keys) = ([], [])
            }
            current = model
            batch.append((entry, row))
            keys.insert(row.key)
            loaded.add(row.key, of: model.table)
        }
        if let current { try await store(batch, current, file) }
    }

    private func row(of entry: FixtureReader.Entry, in file: File) throws -> (any Model.Type, FixtureRow) {
        do {
            let (name, key, fields) = try entry.members()
            guard let model = models.first(where: { $0.table == name }) else {
                throw FixtureEntryError(
                    message: "no model '\(name)'",
                    help: "the models are \(models.map { $0.table }.joined(separator: ", "))")
            }
            return (model, try model.fixtureRow(key, fields))
        } catch let error as FixtureEntryError {
            throw InvalidFixture(file.name, entry, error.message, help: error.help)
        }
    }

    /// Stores rows in one statement. If it fails, stores the rows one at a time to find the invalid one.
    private func store(
        _ batch: [(entry: FixtureReader.Entry, row: FixtureRow)], _ model: any Model.Type, _ file: File
    ) async throws {
        do {
            try await database.transaction { try await model.store(batch.map(\.row), in: database) }
        } catch is DatabaseError {
            for (entry, row) in batch {
                do {
                    try await database.transaction { try await model.store([row], in: database) }
                } catch let error as DatabaseError {
                    throw InvalidFixture(file.name, entry, model.explanation(of: error))
                }
            }
        }
    }

    // MARK: Keys

    /// Defers the checks of foreign keys to the end of the transaction.
    ///
    /// - Returns: The statements that restore PostgreSQL's check after each statement.
    private func deferForeignKeys() async throws -> [SQLStatement] {
        guard database.dialect == .postgreSQL else {
            try await database.execute(statement: "PRAGMA defer_foreign_keys = ON")
            return []
        }
        let tables = Set(TableDefinition.inOrder(of: models).map(\.name))
        let constraints = try await database.rows(
            of: """
                SELECT c.relname::text, k.conname::text FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                WHERE k.contype = 'f' AND NOT k.condeferrable AND k.connamespace = current_schema()::regnamespace
                """
        ) { row in (try row.text(at: 0), try row.text(at: 1)) }.filter { tables.contains($0.0) }
        var restoring: [SQLStatement] = []
        for (table, name) in constraints {
            let head = "ALTER TABLE \(Dialect.quoted(table)) ALTER CONSTRAINT \(Dialect.quoted(name))"
            try await database.execute(statement: SQLStatement("\(head) DEFERRABLE INITIALLY DEFERRED"))
            restoring.append(SQLStatement("\(head) NOT DEFERRABLE"))
        }
        return restoring
    }

    private func restore(_ constraints: [SQLStatement]) async throws {
        if constraints.isEmpty { return }
        // A table can't be altered while checks of its rows are pending.
        try await database.execute(statement: "SET CONSTRAINTS ALL IMMEDIATE")
        for statement in constraints { try await database.execute(statement: statement) }
    }

    private func checkKeys<M: Model>(of model: M.Type, _ files: [File]) async throws {
        for table in M.tables {
            for column in table.columns {
                guard let reference = column.reference,
                    let (key, value) = try await brokenKey(column, reference, of: table, M.self)
                else { continue }
                let field = table.name == M.table ? column.name : String(table.name.dropFirst(M.table.count + 1))
                let message = "field '\(field)': '\(reference.table)' has no object with the key \(value)"
                for file in files {
                    if let entry = try find(model, key, in: file) { throw InvalidFixture(file.name, entry, message) }
                }
                throw MigrationError("\(M.table) \(key): \(message)")
            }
        }
    }

    /// Returns an object with an invalid foreign key, and the key.
    private func brokenKey<M: Model>(
        _ column: ColumnDefinition, _ reference: ColumnDefinition.ForeignKey, of table: TableDefinition, _ model: M.Type
    ) async throws -> (QueryValue, QueryValue)? {
        guard let key = M.primaryKey?.reference else { return nil }
        // The first column of a join table is the key of the object.
        let source = table.name == M.table ? key.column : table.columns[0].name
        let name = Dialect.quoted(column.name)
        let text =
            "SELECT t.\(Dialect.quoted(source)), t.\(name) FROM \(Dialect.quoted(table.name)) AS t WHERE t.\(name) IS NOT NULL"
            + " AND NOT EXISTS (SELECT 1 FROM \(Dialect.quoted(reference.table)) AS r"
            + " WHERE r.\(Dialect.quoted(reference.column)) = t.\(name)) LIMIT 1"
        return try await database.rows(of: SQLStatement(text)) { row in
            (try QueryValue(row, at: 0, key.type), try QueryValue(row, at: 1, column.type))
        }.first
    }

    /// Returns the last entry of an object in a file.
    private func find(_ model: any Model.Type, _ key: QueryValue, in file: File) throws -> FixtureReader.Entry? {
        var reader = FixtureReader(file.name, try file.reader())
        var found: FixtureReader.Entry?
        while let entry = try reader.next() {
            let (other, row) = try row(of: entry, in: file)
            if other == model, row.key == key { found = entry }
        }
        return found
    }
}

extension Model {
    /// Inserts rows, or updates those with the same keys.
    fileprivate static func store(_ rows: [FixtureRow], in database: Database) async throws {
        guard let key = primaryKey?.column else { return }
        var writer = SQLWriter(database.dialect)
        let columns = definition.columns.map(\.column)
        let tuples = rows.map { "(\($0.values.map { writer.bind($0) }.joined(separator: ", ")))" }
        let names = columns.map(Dialect.quoted).joined(separator: ", ")
        let settings = columns.filter { $0 != key }.map { "\(Dialect.quoted($0)) = EXCLUDED.\(Dialect.quoted($0))" }
        let action = settings.isEmpty ? "NOTHING" : "UPDATE SET \(settings.joined(separator: ", "))"
        let text =
            "INSERT INTO \(Dialect.quoted(table)) (\(names)) VALUES \(tuples.joined(separator: ", "))"
            + " ON CONFLICT (\(Dialect.quoted(key))) DO \(action)"
        try await database.execute(statement: SQLStatement(text, writer.bindings))
        for field in fixtureFields {
            guard let pairs = field.pairs else { continue }
            for row in rows {
                if let keys = row.pairs[field.column] { try await pairs.store(row.key, keys, in: database) }
            }
        }
    }

    /// Returns an explanation of a database error for an entry.
    fileprivate static func explanation(of error: DatabaseError) -> String {
        switch error.kind {
        case .unique(_, let columns):
            "another object has the same value in \(columns.map { "'\($0)'" }.joined(separator: " and "))"
        case .notNull(_, let column): "field '\(column)' must not be null"
        default: error.message
        }
    }
}
