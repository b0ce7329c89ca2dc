import ConcordCore

extension Database {
    func inspectInSQLite(_ name: String) async throws -> InspectedTable {
        var table = InspectedTable(name)
        try await readSQLiteColumns(of: &table)
        try await readSQLiteKeys(of: &table)
        try await readSQLiteIndexes(of: &table)
        return table
    }

    private func readSQLiteColumns(of table: inout InspectedTable) async throws {
        let rows: [(String, String, Bool, Int, String?)] = try await rows(
            "SELECT name, type, \"notnull\", pk, dflt_value FROM pragma_table_info(\(table.definition.name)) ORDER BY cid"
        )
        for (name, type, isRequired, _, value) in rows {
            let (columnType, note) = _Core.ColumnType.ofSQLite(type)
            table.definition.columns.append(ColumnDefinition(name, columnType, isNullable: !isRequired))
            if let note { table.note(note, on: name) }
            table.defaults[name] = value
        }
        table.primaryKey = rows.filter { $0.3 > 0 }.sorted { $0.3 < $1.3 }.map(\.0)
    }

    private func readSQLiteKeys(of table: inout InspectedTable) async throws {
        let rows: [(Int, String, String, String?, String)] = try await rows(
            """
            SELECT id, "table", "from", "to", on_delete FROM pragma_foreign_key_list(\(table.definition.name))
            ORDER BY id, seq
            """)
        for id in Set(rows.map(\.0)).sorted() {
            let parts = rows.filter { $0.0 == id }
            let target = parts[0].1
            var others = parts.compactMap(\.3)
            if others.isEmpty {
                // A key without columns refers to the primary key.
                others = try await self.rows("SELECT name FROM pragma_table_info(\(target)) WHERE pk > 0 ORDER BY pk")
            }
            table.addReference(parts.map(\.2), to: target, others, DeletionRule(sql: parts[0].4))
        }
    }

    private func readSQLiteIndexes(of table: inout InspectedTable) async throws {
        let name = table.definition.name
        let text: [String] = try await rows("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = \(name)")
        let names = UniqueConstraint.names(in: text.first ?? "")
        let indexes: [(String, Bool, String, Bool)] = try await rows(
            "SELECT name, \"unique\", origin, partial FROM pragma_index_list(\(name)) ORDER BY seq DESC")
        for (index, isUnique, origin, isPartial) in indexes where origin != "pk" {
            let columns: [String?] = try await rows("SELECT name FROM pragma_index_info(\(index)) ORDER BY seqno")
            let present = columns.compactMap(\.self)
            if present.count < columns.count {
                table.notes.append("the index '\(index)' has an expression")
            } else if isPartial {
                let texts: [String] = try await rows(
                    "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = \(index)")
                let condition = texts.first.flatMap { SQLTokens($0)?.indexCondition } ?? ""
                table.addIndex(index, present, isUnique: isUnique, where: condition)
            } else if origin == "u" {
                table.addUnique(names[present] ?? ConstraintName.unique(present, of: name), present)
            } else if isUnique {
                table.notes.append("'\(index)' is a unique index; the model declares a constraint instead")
                table.addUnique(index, present)
            } else {
                table.addIndex(index, present)
            }
        }
        for check in text.first.flatMap({ SQLTokens($0)?.checks }) ?? [] { table.addCheck(check.name, check.condition) }
    }
}

extension UniqueConstraint {
    /// Returns the names of the unique constraints in a `CREATE TABLE` statement, by their columns. SQLite doesn't
    /// store them elsewhere.
    fileprivate static func names(in statement: String) -> [[String]: String] {
        let pattern = /CONSTRAINT "((?:[^"]|"")*)" UNIQUE \(((?:"(?:[^"]|"")*"(?:, )?)+)\)/
        return statement.matches(of: pattern).reduce(into: [:]) { names, match in
            let columns = match.output.2.matches(of: /"((?:[^"]|"")*)"/).map { String($0.output.1).unquoted }
            names[columns] = String(match.output.1).unquoted
        }
    }
}

extension String {
    /// The name without doubled quotation marks.
    fileprivate var unquoted: String { replacing("\"\"", with: "\"") }
}

extension DeletionRule {
    /// Creates the rule from its SQL keywords, or returns `nil` for unknown keywords.
    fileprivate init?(sql: String) {
        switch sql {
        case "CASCADE": self = .cascade
        case "RESTRICT": self = .protect
        case "NO ACTION": self = .restrict
        case "SET NULL": self = .setNull
        case "SET DEFAULT": self = .setDefault
        default: return nil
        }
    }
}

extension _Core.ColumnType {
    /// Returns the column type for a type in a SQLite declaration, and a note for the user.
    fileprivate static func ofSQLite(_ name: String) -> (_Core.ColumnType, note: String?) {
        if let type = concordTypes[name] { return (type, nil) }
        let text = name.uppercased()
        let isExact = "the declared type is '\(name)'"
        return switch true {
        case text.contains("BOOL"): (.boolean, nil)
        case text.contains("INT"): (.integer(bits: 64), nil)
        case text == "DATE": (.date, nil)
        case text.contains("CHAR"), text.contains("CLOB"), text.contains("TEXT"): (.text, nil)
        case text.contains("REAL"), text.contains("FLOA"), text.contains("DOUB"): (.double, nil)
        case text.contains("BLOB"), text.isEmpty: (.bytes, text.isEmpty ? "the column has no type" : nil)
        case text.contains("DEC"), text.contains("NUMERIC"):
            (.decimal, "\(isExact): SQLite stores and compares its values as floating-point numbers")
        default: (.text, "\(isExact), which no field has: values are read as strings")
        }
    }

    private static let concordTypes: [String: _Core.ColumnType] = [
        "BOOLEAN": .boolean, "INTEGER": .integer(bits: 64), "UNSIGNED_BLOB": .unsigned, "REAL": .double,
        "DECIMAL_TEXT": .decimal, "TEXT": .text, "BLOB": .bytes, "UUID_TEXT": .uuid, "TIMESTAMP_TEXT": .timestamp,
        "DATE_TEXT": .date, "TIME_TEXT": .time, "INTERVAL": .interval, "JSON_TEXT": .json, "ARRAY_TEXT": .json,
    ]
}
