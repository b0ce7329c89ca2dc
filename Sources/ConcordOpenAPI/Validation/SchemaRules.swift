import ConcordDiagnostics
import ConcordYAML

extension DocumentValidation {
    /// `required` must not name a property twice (JSON Schema, 6.5.3); `enum` should not list a value twice (6.1.2).
    mutating func checkLists(of schema: Schema) {
        checkDuplicates(in: "required", of: schema, .error)
        checkDuplicates(in: "enum", of: schema, .warning)
    }

    private mutating func checkDuplicates(in key: String, of schema: Schema, _ severity: Diagnostic.Severity) {
        guard let list = schema.node[key]?.sequence else { return }
        var seen: [Node: Node] = [:]
        for item in list {
            guard let first = seen.updateValue(item, forKey: item) else { continue }
            report(
                severity, "listed-twice", "'\(key)' lists \(item.flowYAML.prefix(80)) twice", at: item.position,
                mend: "remove one of the two",
                related: files.sourcePosition(of: first).map { [.init("it stands here first", at: $0)] } ?? [])
        }
    }
}
