import ConcordDiagnostics
import ConcordYAML

/// What a validation has found so far. A class, so that a rule can look at the validation while it words a finding.
final class Findings {
    /// The greatest number of problems of one kind that are reported. The others appear once these are corrected.
    static let maximumOfOneRule = 100

    let files: SourceFiles
    private var diagnostics: [Diagnostic] = []
    private var counts: [String: Int] = [:]
    private var places: Set<Place> = []

    /// A place is told of once, though a document of several files may hold what stands there twice.
    private struct Place: Hashable {
        var code: String
        var position: Position
        var message: String
    }

    init(files: SourceFiles) {
        self.files = files
    }

    /// How many there are, those included that are not told.
    private(set) var count = 0

    /// The message and the help are made only for what is reported, since the search for a near name takes time.
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

    /// The findings in the order of their places; where there are too many of one kind, their number at the end.
    var sorted: [Diagnostic] {
        let unlisted = counts.filter { $0.value > Self.maximumOfOneRule }.sorted { $0.key < $1.key }
        return diagnostics.sortedByPosition()
            + unlisted.map { code, count in
                Diagnostic(
                    .note, "more-problems", "\(count - Self.maximumOfOneRule) more problems of the kind '\(code)'",
                    at: nil)
            }
    }
}
