import ConcordCore

extension Model {
    /// Loads the keys of many-to-many fields, in one query for each field.
    static func loadPairs(of objects: inout [Self], in database: Database) async throws {
        guard !objects.isEmpty, let key = primaryKey else { return }
        for field in fields {
            guard let pairs = field.pairs else { continue }
            let keys = objects.map { key.queryValue(of: $0) }
            let found = try await pairs.targets(
                of: keys, source: key.reference.type, target: field.targetKeyType, in: database)
            for index in objects.indices {
                field.fieldValue(ofStored: .array(found[keys[index]] ?? []))?.assign(&objects[index])
            }
        }
    }

    /// Stores the keys of many-to-many fields with their own join table.
    func storePairs(in database: Database) async throws {
        guard let key = Self.primaryKey else { return }
        for field in Self.fields {
            guard let pairs = field.pairs, field.options.relation?.through == nil else { continue }
            do {
                try await pairs.store(key.queryValue(of: self), field.storedKeys(of: self), in: database)
            } catch let error as DatabaseError where error.kind.isForeignKey {
                throw ConstraintViolation(.missingObject, fields: [field.name])
            }
        }
    }
}

extension _Core.ModelField {
    /// The type of the keys in a many-to-many field.
    var targetKeyType: _Core.ColumnType { options.relation?.target?.keyType ?? .text }
}

extension Model {
    fileprivate static var keyType: _Core.ColumnType { primaryKey?.reference.type ?? .text }
}

extension _Core.PairTable {
    /// Returns the joined keys for each of the given keys.
    fileprivate func targets(
        of keys: [QueryValue], source: _Core.ColumnType, target: _Core.ColumnType, in database: Database
    ) async throws -> [QueryValue: [JSON]] {
        var found: [QueryValue: [JSON]] = [:]
        var rest = Array(Set(keys))[...]
        while !rest.isEmpty {
            var writer = SQLWriter(database.dialect)
            let parameters = rest.prefix(10_000).map { writer.bind($0) }.joined(separator: ", ")
            let columns = [self.source, self.target].map(Dialect.quoted)
            let text =
                "SELECT \(columns.joined(separator: ", ")) FROM \(Dialect.quoted(table))"
                + " WHERE \(columns[0]) IN (\(parameters)) ORDER BY \(columns.joined(separator: ", "))"
            let pairs = try await database.rows(of: SQLStatement(text, writer.bindings)) { row in
                (try QueryValue(row, at: 0, source), try QueryValue(row, at: 1, target))
            }
            for (key, target) in pairs { found[key, default: []].append(target.json) }
            rest = rest.dropFirst(10_000)
        }
        return found
    }

    /// Joins a key to the given keys, and removes all its other pairs.
    func store(_ key: QueryValue, _ targets: [QueryValue], in database: Database) async throws {
        let (source, target) = (Dialect.quoted(source), Dialect.quoted(target))
        var deletion = SQLWriter(database.dialect)
        var text = "DELETE FROM \(Dialect.quoted(table)) WHERE \(source) = \(deletion.bind(key))"
        if !targets.isEmpty {
            text += " AND \(target) NOT IN (\(targets.map { deletion.bind($0) }.joined(separator: ", ")))"
        }
        let statements = [SQLStatement(text, deletion.bindings)] + insertions(key, targets, database.dialect)
        try await database.withConnection(for: .write) { connection in
            for statement in statements { try await connection.execute(statement) }
        }
    }

    private func insertions(_ key: QueryValue, _ targets: [QueryValue], _ dialect: Dialect) -> [SQLStatement] {
        guard !targets.isEmpty else { return [] }
        var writer = SQLWriter(dialect)
        let rows = targets.map { "(\(writer.bind(key)), \(writer.bind($0)))" }.joined(separator: ", ")
        let columns = [source, target].map(Dialect.quoted).joined(separator: ", ")
        return [
            SQLStatement(
                "INSERT INTO \(Dialect.quoted(table)) (\(columns)) VALUES \(rows) ON CONFLICT DO NOTHING",
                writer.bindings)
        ]
    }
}
