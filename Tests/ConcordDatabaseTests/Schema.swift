import Concord
import ConcordDatabase

extension Database {
    /// Returns the columns, keys, constraints, and indexes of the database's tables, one per line, sorted.
    func schema() async throws -> [String] {
        switch dialect {
        case .sqlite: try await sqliteSchema()
        case .postgreSQL: try await postgreSQLSchema()
        }
    }

    private func sqliteSchema() async throws -> [String] {
        let names: [String] = try await rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        var lines: [String] = []
        for name in names where name != "concord_migrations" {
            lines += try await columns(of: name) + keys(of: name) + indexes(of: name) + checks(of: name)
        }
        return lines.sorted()
    }

    private func columns(of table: String) async throws -> [String] {
        let rows: [(String, String, Bool, Int, String?)] = try await rows(
            "SELECT name, type, \"notnull\", pk, dflt_value FROM pragma_table_info(\(table))")
        return rows.map { "\(table).\($0.0) \($0.1) notnull=\($0.2) pk=\($0.3) default=\($0.4 ?? "-")" }
    }

    private func keys(of table: String) async throws -> [String] {
        let rows: [(String, String, String, String)] = try await rows(
            "SELECT \"from\", \"table\", \"to\", on_delete FROM pragma_foreign_key_list(\(table))")
        return rows.map { "\(table).\($0.0) -> \($0.1).\($0.2) \($0.3)" }
    }

    private func indexes(of table: String) async throws -> [String] {
        let rows: [(String, String, String)] = try await rows(
            """
            SELECT CASE l.origin WHEN 'c' THEN l.name ELSE '-' END, l.origin,
                (SELECT group_concat(name) FROM pragma_index_info(l.name)) FROM pragma_index_list(\(table)) AS l
            """)
        return rows.map { "\(table) index \($0.0) \($0.1) (\($0.2))" }
    }

    private func checks(of table: String) async throws -> [String] {
        let texts: [String] = try await rows(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name = \(table)")
        return texts.flatMap { $0.split(separator: "\n") }.compactMap { line in
            line.firstRange(of: " CHECK (").map { "\(table)\(line[$0.lowerBound...].trimming(","))" }
                ?? line.firstRange(of: " WHERE ").map { "\(table)\(line[$0.lowerBound...])" }
        }
    }

    private func postgreSQLSchema() async throws -> [String] {
        let columns: [String] = try await rows(
            """
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
                || coalesce(column_default, '-') || ' ' || is_identity
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'concord_migrations'
            """)
        let constraints: [String] = try await rows(
            """
            SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'concord_migrations'
            """)
        let indexes: [String] = try await rows(
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'concord_migrations'")
        return (columns + constraints + indexes).sorted()
    }
}

extension Substring {
    /// The text without a character at its end.
    fileprivate func trimming(_ end: Character) -> Substring { last == end ? dropLast() : self }
}
