import ConcordDiagnostics
import ConcordYAML

extension DocumentValidation {
    /// An entry that no field of the object's version names.
    mutating func checkUnknown(_ entry: Mapping.Entry, in type: any OpenAPIObject.Type) {
        let table = type.fields
        if type == Reference.self {
            report(
                .warning, "beside-reference", "'\(entry.key)' beside a reference is ignored", at: entry.keyPosition,
                mend: "move it to what the reference leads to, or remove it")
        } else if table.allowsExtensions, entry.key.hasPrefix("x-") {
            return
        } else if let field = table[entry.key] {
            checkVersion(of: field, at: entry, in: table)
        } else if entry.key == "$ref", table.others == nil {
            report(
                .error, "misplaced-reference", "a reference can't stand in the place of \(table.name)",
                at: entry.keyPosition, mend: "write what it leads to here, or refer to something inside it")
        } else if !table.isOpen, table.others == nil {
            let known = table.fields.filter { $0.versions.contains(version) }.map(\.name)
            report(
                .error, "unknown-field", "\(table.name) has no field '\(entry.key)'", at: entry.keyPosition,
                mend: known.nearest(to: entry.key).map { "did you mean '\($0)'?" }
                    ?? (table.allowsExtensions ? "remove it, or make it an extension: 'x-\(entry.key)'" : "remove it"))
        }
    }

    private mutating func checkVersion(of field: Field, at entry: Mapping.Entry, in table: FieldTable) {
        let versions = OpenAPIVersion.allCases.filter { field.versions.contains($0) }
        guard let first = versions.first, let last = versions.last else { return }
        let since = "'\(field.name)' of \(table.name) exists since OpenAPI \(first.rawValue)"
        let until = "'\(field.name)' of \(table.name) exists in OpenAPI \(last.rawValue) only"
        // Schemas may hold any keyword; one of another version just says nothing.
        report(
            table.isOpen ? .warning : .error, "field-of-another-version",
            (version < first ? since : until) + ", and this document is \(version.rawValue)", at: entry.keyPosition,
            mend: mend(for: field, version < first ? first : nil))
    }

    private func mend(for field: Field, _ needed: OpenAPIVersion?) -> String {
        if field.name == "nullable" { return "add 'null' to the types: type: [string, 'null']" }
        return needed.map { "raise 'openapi' to \($0.latestText), or remove the field" } ?? "remove it"
    }
}
