import ConcordDiagnostics
import ConcordYAML

/// Finds values of the wrong kind during a walk.
struct ShapeCheck {
    let files: SourceFiles
    private(set) var diagnostics: [Diagnostic] = []
    /// The maximum number of diagnostics. The others are reported after these are corrected.
    static let maximumDiagnostics = 1_000

    init(files: SourceFiles) {
        self.files = files
    }

    mutating func mismatch(_ node: Node, expected: FieldKind, at path: [PathStep]) {
        guard diagnostics.count < Self.maximumDiagnostics else { return }
        let found =
            if case (.count, .number(let text)) = (expected, node.value) { text } else { node.kind.rawValue }
        diagnostics.append(
            Diagnostic(
                .error, "wrong-kind", "\(path.subject) must be \(expected.wording), not \(found)",
                at: files.sourcePosition(of: node), help: help(node, expected)))
    }

    private func help(_ node: Node, _ expected: FieldKind) -> String? {
        switch (expected, node.value) {
        case (.text, .number(let text)): "quote it: '\(text)'"
        case (.text, .bool(let flag)): "quote it: '\(flag)'"
        case (.flag, .string(let text)) where ["true", "false"].contains(text.lowercased()): "remove the quotes"
        case (.number, .string), (.count, .string): "remove the quotes"
        case (_, .null): "remove the key, or give it a value"
        case (.list, .string(let text)): "write it as an array: [\(text)]"
        default: nil
        }
    }
}

extension [PathStep] {
    /// The value at the end of the path, as diagnostics name it.
    var subject: String {
        switch (last, dropLast().last) {
        case (.key(let key), _): "'\(key)'"
        case (.index(let index), .key(let list)): "item \(index) of '\(list)'"
        case (.index(let index), _): "item \(index)"
        case (nil, _): "this"
        }
    }
}
