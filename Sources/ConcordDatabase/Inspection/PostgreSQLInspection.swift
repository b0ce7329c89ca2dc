import ConcordCore

extension Database {
    func inspectInPostgreSQL(_ name: String) async throws -> InspectedTable {
        var table = InspectedTable(name)
        try await readPostgreSQLColumns(of: &table)
        try await readPostgreSQLConstraints(of: &table)
        try await readPostgreSQLIndexes(of: &table)
        return table
    }

    private func readPostgreSQLColumns(of table: inout InspectedTable) async throws {
        let rows: [(String, String, Bool, Optional<String>, String)] = try await rows(
            """
            SELECT a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                pg_get_expr(d.adbin, d.adrelid), t.typtype::text
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relname = \(table.definition.name)::text AND c.relnamespace = current_schema()::regnamespace
                AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """)
        for (name, type, isRequired, value, kind) in rows {
            table.defaults[name] = value
            guard kind == "b", let (columnType, note) = _Core.ColumnType.ofPostgreSQL(type) else {
                table.unsupported.append((name, type, !isRequired))
                continue
            }
            table.definition.columns.append(ColumnDefinition(name, columnType, isNullable: !isRequired))
            if let note { table.note(note, on: name) }
        }
    }

    private func readPostgreSQLConstraints(of table: inout InspectedTable) async throws {
        let rows: [(String, String, JSON, JSON, Optional<String>, String, Optional<String>)] = try await rows(
            """
            SELECT k.conname::text, k.contype::text,
                (SELECT coalesce(jsonb_agg(a.attname::text ORDER BY n.position), '[]')
                    FROM unnest(k.conkey) WITH ORDINALITY AS n (number, position)
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n.number),
                (SELECT coalesce(jsonb_agg(a.attname::text ORDER BY n.position), '[]')
                    FROM unnest(k.confkey) WITH ORDINALITY AS n (number, position)
                    JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = n.number),
                (SELECT r.relname::text FROM pg_class r WHERE r.oid = k.confrelid), k.confdeltype::text,
                pg_get_expr(k.conbin, k.conrelid)
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE c.relname = \(table.definition.name)::text AND c.relnamespace = current_schema()::regnamespace
            ORDER BY k.conname
            """)
        for (name, kind, columns, others, target, rule, condition) in rows {
            switch kind {
            case "p": table.primaryKey = columns.names
            case "u": table.addUnique(name, columns.names)
            case "f":
                if let target { table.addReference(columns.names, to: target, others.names, DeletionRule(code: rule)) }
            case "c": table.addCheck(name, condition ?? "")
            case "n": break
            default: table.notes.append("a model can't express the constraint '\(name)'")
            }
        }
    }

    private func readPostgreSQLIndexes(of table: inout InspectedTable) async throws {
        let rows: [(String, Bool, Bool, JSON, Optional<String>)] = try await rows(
            """
            SELECT i.relname::text, x.indisunique,
                x.indexprs IS NULL AND m.amname = 'btree' AND x.indnatts = x.indnkeyatts,
                (SELECT coalesce(jsonb_agg(a.attname::text ORDER BY n.position), '[]')
                    FROM unnest(x.indkey) WITH ORDINALITY AS n (number, position)
                    JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = n.number),
                pg_get_expr(x.indpred, x.indrelid)
            FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
                JOIN pg_am m ON m.oid = i.relam
            WHERE c.relname = \(table.definition.name)::text AND c.relnamespace = current_schema()::regnamespace
                AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x'))
            ORDER BY i.relname
            """)
        for (name, isUnique, isPlain, columns, condition) in rows {
            if !isPlain {
                table.notes.append("the index '\(name)' uses an expression or a special index method")
            } else if let condition {
                table.addIndex(name, columns.names, isUnique: isUnique, where: condition)
            } else if isUnique {
                table.notes.append("'\(name)' is a unique index; the model declares a constraint instead")
                table.addUnique(name, columns.names)
            } else {
                table.addIndex(name, columns.names)
            }
        }
    }
}

extension JSON {
    fileprivate var names: [String] {
        guard case .array(let elements) = self else { return [] }
        return elements.compactMap { if case .string(let name) = $0 { name } else { nil } }
    }
}

extension DeletionRule {
    /// Creates the rule from a value of `pg_constraint.confdeltype`.
    fileprivate init?(code: String) {
        switch code {
        case "c": self = .cascade
        case "r": self = .protect
        case "a": self = .restrict
        case "n": self = .setNull
        case "d": self = .setDefault
        default: return nil
        }
    }
}

extension _Core.ColumnType {
    /// Returns the column type for a PostgreSQL type, and a note for the user. Returns `nil` if no field has such a
    /// type.
    fileprivate static func ofPostgreSQL(_ name: String) -> (_Core.ColumnType, note: String?)? {
        if let type = exactTypes[name] { return (type, nil) }
        let note = "the type of the column is '\(name)'"
        return switch name.prefix(while: { $0 != "(" }) {
        case "character varying", "character": (.text, note)
        case "numeric": (.decimal, note)
        case "real": (.double, note)
        case "timestamp without time zone", "timestamp": (.timestamp, "\(note): its values are taken as UTC")
        case "time without time zone", "time": (.time, "\(note): its values are taken as UTC")
        case "interval": (.interval, note)
        case "json": (.json, note)
        default: nil
        }
    }

    private static let exactTypes: [String: _Core.ColumnType] = [
        "boolean": .boolean, "smallint": .integer(bits: 16), "integer": .integer(bits: 32),
        "bigint": .integer(bits: 64), "numeric(20,0)": .unsigned, "double precision": .double, "numeric": .decimal,
        "text": .text, "bytea": .bytes, "uuid": .uuid, "timestamp with time zone": .timestamp, "date": .date,
        "time with time zone": .time, "interval": .interval, "jsonb": .json,
    ]
}
