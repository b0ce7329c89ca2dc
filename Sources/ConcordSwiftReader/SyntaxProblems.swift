import ConcordDiagnostics
import SwiftDiagnostics
import SwiftParserDiagnostics
import SwiftSyntax

/// The errors of the parser as Concord's diagnostics.
struct SyntaxProblems {
    let diagnostics: [ConcordDiagnostics.Diagnostic]

    /// The maximum number of problems that are listed for one file.
    private static let most = 200

    init(in tree: SourceFileSyntax, _ source: SourceText) {
        guard tree.hasError || tree.hasWarning else {
            diagnostics = []
            return
        }
        let problems = Self.problems(in: tree)
        var listed = problems.prefix(Self.most).map { problem in
            ConcordDiagnostics.Diagnostic(
                problem.diagMessage.severity == .error ? .error : .warning, "swift-syntax", problem.message,
                at: source.position(at: problem.position), help: problem.fixIts.first?.message.message,
                related: problem.notes.map { .init($0.message, at: source.position(at: $0.position)) })
        }
        if problems.count > Self.most {
            let place = source.position(at: problems[Self.most].position)
            listed.append(.init(.note, "swift-syntax", "more syntax errors follow in this file", at: place))
        }
        diagnostics = listed
    }

    /// Returns the problems of one statement after the other until there are enough, because a statement can have many
    /// errors and each message takes long to create.
    private static func problems(in tree: SourceFileSyntax) -> [SwiftDiagnostics.Diagnostic] {
        var problems: [SwiftDiagnostics.Diagnostic] = []
        for statement in tree.statements where statement.hasError || statement.hasWarning {
            problems += ParseDiagnosticsGenerator.diagnostics(for: statement)
            if problems.count > most { break }
        }
        // Unexpected tokens at the end belong to no statement.
        if problems.isEmpty { return ParseDiagnosticsGenerator.diagnostics(for: tree) }
        if problems.count <= most, let rest = tree.unexpectedBetweenStatementsAndEndOfFileToken {
            problems += ParseDiagnosticsGenerator.diagnostics(for: rest)
        }
        return problems
    }
}
