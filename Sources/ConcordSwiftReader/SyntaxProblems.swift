import ConcordDiagnostics
import SwiftDiagnostics
import SwiftParserDiagnostics
import SwiftSyntax

/// What the parser found wrong with a text, in Concord's form of a diagnostic.
struct SyntaxProblems {
    let diagnostics: [ConcordDiagnostics.Diagnostic]

    /// More than these of one file are counted and not listed.
    private static let most = 200

    init(in tree: SourceFileSyntax, _ source: SourceText) {
        guard tree.hasError || tree.hasWarning else {
            diagnostics = []
            return
        }
        let problems = ParseDiagnosticsGenerator.diagnostics(for: tree)
        var listed = problems.prefix(Self.most).map { problem in
            ConcordDiagnostics.Diagnostic(
                problem.diagMessage.severity == .error ? .error : .warning, "swift-syntax", problem.message,
                at: source.position(at: problem.position), mend: problem.fixIts.first?.message.message,
                related: problem.notes.map { .init($0.message, at: source.position(at: $0.position)) })
        }
        if problems.count > Self.most {
            let count = problems.count - Self.most
            let place = source.position(at: problems[Self.most].position)
            listed.append(.init(.note, "swift-syntax", "\(count) more syntax errors follow in this file", at: place))
        }
        diagnostics = listed
    }
}
