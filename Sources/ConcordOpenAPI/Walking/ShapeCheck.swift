import ConcordDiagnostics
import ConcordYAML

/// Finds values of the wrong kind while a document is walked over.
struct ShapeCheck {
    let files: SourceFiles
    private(set) var diagnostics: [Diagnostic] = []

    init(files: SourceFiles) {
        self.files = files
    }

    mutating func mismatch(_ node: Node, expected: FieldKind, at path: [String]) {
        let name = path.last ?? "the document"
        let subject = Int(name) == nil ? "'\(name)'" : "item \(name) of '\(path.dropLast().last ?? "")'"
        diagnostics.append(
            Diagnostic(
                .error, "wrong-kind", "\(subject) has to be \(expected.wording), not \(node.kind.rawValue)",
                at: files.sourcePosition(of: node), mend: mend(node, expected)))
    }

    private func mend(_ node: Node, _ expected: FieldKind) -> String? {
        switch (expected, node.value) {
        case (.text, .number(let text)): "put it in quotes: '\(text)'"
        case (.text, .bool(let flag)): "put it in quotes: '\(flag)'"
        case (.flag, .string(let text)) where ["true", "false"].contains(text.lowercased()): "remove the quotes"
        case (.number, .string), (.count, .string): "remove the quotes"
        case (_, .null): "remove the key, or give it a value"
        case (.list, .string(let text)): "write it as a list: [\(text)]"
        default: nil
        }
    }
}
