import ConcordDiagnostics
import ConcordYAML

/// A format for reports: text for the terminal, Markdown for a pull request, JSON for programs, or annotations for
/// GitHub's log.
public enum ChangeFormat: String, Hashable, Sendable, CaseIterable {
    /// Text for a terminal.
    case text
    /// Markdown for a pull request.
    case markdown
    /// JSON for programs.
    case json
    /// Workflow commands of GitHub Actions.
    case github
}

extension DocumentChanges {
    /// Returns a report of the changes.
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

    /// The changes, grouped by operations. Groups with the most breaking changes are first.
    private var groups: [ChangeGroup] {
        var places: [[String]: Int] = [:]
        var groups: [ChangeGroup] = []
        for change in changes {
            let operations = (change.operation.map { [$0] } ?? []) + change.otherOperations
            if let place = places[operations] {
                groups[place].changes.append(change)
            } else {
                places[operations] = groups.count
                groups.append(ChangeGroup(operations: operations, changes: [change]))
            }
        }
        return groups
    }

    private var text: String {
        guard !changes.isEmpty else { return "no changes\n" }
        return changes.map(\.text).joined() + "\n" + summary + "\n"
    }

    private var markdown: String {
        guard !changes.isEmpty else { return "No changes.\n" }
        var lines = ["# Changes", "", summary]
        for group in groups {
            lines += ["", "## \(Change.escapedForMarkdown(group.title))", ""]
            if let others = group.others { lines += [others, ""] }
            lines += ["| class | change | rule | old | new |", "|---|---|---|---|---|"]
            lines += group.changes.map(\.markdownRow)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The changes that affect the same operations.
private struct ChangeGroup {
    var operations: [String]
    var changes: [Change]

    private static let maximumNames = 50

    var title: String {
        guard let first = operations.first else { return "The API" }
        return first + Change.reach(operations.dropFirst())
    }

    /// The operations other than the first one, or an empty string.
    var others: String? {
        guard operations.count > 1 else { return nil }
        let names = operations.dropFirst().prefix(Self.maximumNames).map(Change.escapedForMarkdown)
        let rest = operations.count - 1 - names.count
        return "Also: " + names.joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "") + "."
    }
}

extension Change {
    /// The scope of the change: the operations, and whether it affects requests or responses.
    private var scope: String {
        let reach = Self.reach(otherOperations[...])
        return switch (operation, direction) {
        case (let operation?, let direction?):
            "\(operation)\(reach)\(reach.isEmpty ? " " : ", ")\(direction.rawValue)"
        case (let operation?, nil): operation + reach
        case (nil, _): "the API"
        }
    }

    /// Returns the number of other operations that a change affects: ` and 14 more operations`.
    fileprivate static func reach(_ others: ArraySlice<String>) -> String {
        switch others.count {
        case 0: ""
        case 1: " and 1 more operation"
        default: " and \(others.count) more operations"
        }
    }

    fileprivate var text: String {
        var text = "\(effect.rawValue): \(scope): \(message) [\(rule.rawValue)]\n"
        if let old { text += "  old \(old)\n" }
        if let new { text += "  new \(new)\n" }
        return text
    }

    fileprivate var markdownRow: String {
        let cells = [
            effect.rawValue, direction.map { "\($0.rawValue): \(message)" } ?? message, rule.rawValue,
            old.map(\.description) ?? "", new.map(\.description) ?? "",
        ]
        return "| " + cells.map(Self.escapedForMarkdown).joined(separator: " | ") + " |"
    }

    /// Returns text that can neither end its table cell nor be interpreted as markup.
    fileprivate static func escapedForMarkdown(_ text: String) -> String {
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
        if !otherOperations.isEmpty {
            mapping["otherOperations"] = .sequence(otherOperations.map { .string($0) })
        }
        mapping["message"] = .string(message)
        mapping["old"] = old.map(Self.node)
        mapping["new"] = new.map(Self.node)
        return .mapping(mapping)
    }

    private static func node(_ position: SourcePosition) -> Node {
        ["file": .string(position.file), "line": .number(position.line), "column": .number(position.column)]
    }

    /// The change as an annotation at its position in the new document.
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
