import ConcordDiagnostics
import ConcordOpenAPI

/// Explains a diagnostic of `validate`, or lists all.
public struct Explain: Sendable {
    /// The code of the diagnostic, or `nil` to list all.
    public var code: String?

    /// Creates a command that explains a code, or lists all.
    public init(code: String? = nil) {
        self.code = code
    }

    /// Writes the explanation to standard output.
    public func run() -> Outcome {
        guard let code else { return Outcome(output: Array(Self.list.utf8)) }
        if let rule = DocumentRule(code: code) { return Outcome(output: Array(rule.explanation.utf8)) }
        let near = DocumentRule.all.map(\.code).nearest(to: code)
        return Outcome([
            Diagnostic(
                .error, "unknown-code", "no diagnostic is named '\(code)'", at: nil,
                help: near.map { "did you mean '\($0)'?" } ?? "'concord validate --explain' lists all diagnostics")
        ])
    }

    /// All codes with their summaries, grouped by subject.
    static var list: String {
        let width = DocumentRule.all.map(\.code.count).max() ?? 0
        return DocumentRule.families.map { family in
            let lines = family.rules.map { rule in
                "  " + rule.code + String(repeating: " ", count: width + 2 - rule.code.count) + rule.summary + "\n"
            }
            return family.title + "\n" + lines.joined()
        }.joined(separator: "\n")
    }
}

extension DocumentRule {
    /// The explanation of the rule in a terminal.
    var explanation: String {
        var text = "\(code) (\(severity.rawValue))\n\n\(summary)\n\(reason)\n"
        if let wrong { text += "\nWrong:\n\n\(Self.indented(wrong.shownText))\n" }
        if let right { text += "\nRight:\n\n\(Self.indented(right.shownText))\n" }
        return text + "\nSpecification: \(source)\n"
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
    }
}

extension DocumentRule {
    /// The page about all rules, in Markdown.
    public static var page: String {
        let opening = """
            # Diagnostics

            This page lists the diagnostics of `concord validate`. An error violates the specification, a warning violates a
            recommendation, and a note is information. With `--strict`, warnings are errors. Concord reports at most 100
            findings of one kind and counts the others. `concord validate --explain CODE` prints the text of a diagnostic.
            `make generate` writes this page.

            """
        let list = families.map { family in
            "- \(family.title): " + family.rules.map { "[`\($0.code)`](#\($0.code))" }.joined(separator: ", ") + "\n"
        }
        let sections = families.map { family in
            "\n## \(family.title)\n" + family.rules.map(\.section).joined()
        }
        return opening + "\n" + list.joined() + sections.joined()
    }

    private var section: String {
        var text = "\n### `\(code)`\n\n*\(severity.rawValue)*: \(summary) \(reason)\n"
        if let wrong { text += "\nWrong:\n\n" + Self.fenced(wrong) }
        if let right { text += "\nRight:\n\n" + Self.fenced(right) }
        return text + "\nSpecification: \(source)\n"
    }

    private static func fenced(_ example: Example) -> String {
        "```\(example.text.hasPrefix("{") ? "json" : "yaml")\n\(example.shownText)\n```\n"
    }
}
