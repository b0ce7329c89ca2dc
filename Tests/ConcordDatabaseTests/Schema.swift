import Concord
import ConcordDatabase

extension Database {
    /// What the database says of its tables: columns, keys, constraints and indexes, one line each, sorted.
    func schema() async throws -> [String] {
        let names: [String] = try await rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        var lines: [String] = []
        for name in names where name != "concord_migrations" {
            lines += try await columns(of: name) + keys(of: name) + indexes(of: name)
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
}
