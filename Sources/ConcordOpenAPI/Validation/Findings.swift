import ConcordDiagnostics
import ConcordYAML

/// The findings of a validation. A class, so that a rule can access the validation while it creates a message.
final class Findings {
    /// The maximum number of findings of one rule. The others are reported after these are corrected.
    static let maximumOfOneRule = 100

    let files: SourceFiles
    private var diagnostics: [Diagnostic] = []
    private var counts: [String: Int] = [:]
    private var places: Set<Place> = []

    /// A finding is reported once per position, even if a document of several files contains it twice.
    private struct Place: Hashable {
        var code: String
        var position: Position
        var message: String
    }

    init(files: SourceFiles) {
        self.files = files
    }

    /// The number of findings, including those that aren't listed.
    private(set) var count = 0

    /// Reports a finding. The message and the help are created only if the finding is listed, because searching for
    /// close names takes time.
    func report(
        _ rule: DocumentRule, _ message: () -> String, at position: Position, help: () -> String?,
        related: (message: String, position: Position)?, severity: Diagnostic.Severity?
    ) {
        count += 1
        guard counts[rule.code, default: 0] < Self.maximumOfOneRule else {
            counts[rule.code, default: 0] += 1
            return
        }
        let message = message()
        guard places.insert(Place(code: rule.code, position: position, message: message)).inserted else { return }
        counts[rule.code, default: 0] += 1
        let second = related.flatMap { related in
            files.sourcePosition(of: related.position).map { Diagnostic.Related(related.message, at: $0) }
        }
        diagnostics.append(
            Diagnostic(
                severity ?? rule.severity, rule.code, message, at: files.sourcePosition(of: position), help: help(),
                related: second.map { [$0] } ?? []))
    }

    /// The findings sorted by position, followed by the number of those that aren't listed.
    var sorted: [Diagnostic] {
        let unlisted = counts.filter { $0.value > Self.maximumOfOneRule }.sorted { $0.key < $1.key }
        return diagnostics.sortedByPosition()
            + unlisted.map { code, count in
                Diagnostic(
                    .note, "more-problems", "\(count - Self.maximumOfOneRule) more problems of kind '\(code)'",
                    at: nil)
            }
    }
}
