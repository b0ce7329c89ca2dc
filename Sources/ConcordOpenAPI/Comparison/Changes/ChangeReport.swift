import ConcordDiagnostics
import ConcordYAML

/// A form in which changes can be told: for people, for a pull request, for programs, or for GitHub's log.
public enum ChangeFormat: String, Hashable, Sendable, CaseIterable {
    case text, markdown, json, github
}

extension DocumentChanges {
    /// Tells of the changes.
    public func report(as format: ChangeFormat) -> String {
        switch format {
        case .text: text
        case .markdown: markdown
        case .json: Node.sequence(changes.map(\.node)).json
        case .github: DiagnosticFormat.github.write(changes.map(\.diagnostic)) { _ in nil }
        }
    }

    private var summary: String {
        ChangeClass.allCases.map { "\(count($0)) \($0.rawValue)" }.joined(separator: ", ")
    }

    private var text: String {
        guard !changes.isEmpty else { return "no changes\n" }
        return changes.map(\.text).joined() + "\n" + summary + "\n"
    }

    private var markdown: String {
        guard !changes.isEmpty else { return "No changes.\n" }
        var lines = ["# Changes", "", summary]
        for effect in ChangeClass.allCases where count(effect) > 0 {
            lines += ["", "## \(effect.rawValue.prefix(1).uppercased() + effect.rawValue.dropFirst())", ""]
            lines += ["| where | change | old | new |", "|---|---|---|---|"]
            lines += changes.filter { $0.effect == effect }.map(\.markdownRow)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Change {
    /// Where the change is: the operation, and whether requests or responses are concerned.
    private var scope: String {
        switch (operation, direction) {
        case (let operation?, let direction?): "\(operation) \(direction.rawValue)"
        case (let operation?, nil): operation
        case (nil, _): "the API"
        }
    }

    fileprivate var text: String {
        var text = "\(effect.rawValue): \(scope): \(message) [\(rule.rawValue)]\n"
        if let old { text += "  old \(old)\n" }
        if let new { text += "  new \(new)\n" }
        return text
    }

    fileprivate var markdownRow: String {
        let cells = [scope, message, old.map(\.description) ?? "", new.map(\.description) ?? ""]
        return "| " + cells.map(Self.escapedForMarkdown).joined(separator: " | ") + " |"
    }

    /// Text that can't end its cell or become markup.
    private static func escapedForMarkdown(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if "\\`*_{}[]<>|#~".unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
        }
        return result
    }

    fileprivate var node: Node {
        var mapping: Mapping = ["code": .string(rule.rawValue), "class": .string(effect.rawValue)]
        mapping["direction"] = direction.map { .string($0.rawValue) }
        mapping["operation"] = operation.map { .string($0) }
        mapping["message"] = .string(message)
        mapping["old"] = old.map(Self.node)
        mapping["new"] = new.map(Self.node)
        return .mapping(mapping)
    }

    private static func node(_ position: SourcePosition) -> Node {
        ["file": .string(position.file), "line": .number(position.line), "column": .number(position.column)]
    }

    /// The change as an annotation at its place in the new document.
    fileprivate var diagnostic: Diagnostic {
        let severity: Diagnostic.Severity =
            switch effect {
            case .breaking: .error
            case .compatible: .warning
            case .cosmetic: .note
            }
        return Diagnostic(severity, rule.rawValue, "\(scope): \(message)", at: new ?? old)
    }
}
