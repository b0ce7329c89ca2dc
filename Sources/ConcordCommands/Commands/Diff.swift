import ConcordDiagnostics
import ConcordOpenAPI
import Foundation

/// Reports the changes between two versions of an API.
public struct Diff: Sendable {
    /// The changes that make the command fail.
    public enum Failure: String, Sendable, CaseIterable {
        /// Breaking changes.
        case breaking
        /// Any changes.
        case any
    }

    /// The path of the old document. `-` is standard input.
    public var old: String
    /// The path of the new document. `-` is standard input.
    public var new: String
    /// The format of the report.
    public var format: ChangeFormat
    /// The changes that make the command fail, or `nil` if none do.
    public var failOn: Failure?
    /// The date that sunsets are compared with, in the form `2026-11-23`.
    public var today: String

    /// Creates a command that compares two documents.
    public init(
        old: String, new: String, format: ChangeFormat = .text, failOn: Failure? = nil, today: String? = nil
    ) {
        self.old = old
        self.new = new
        self.format = format
        self.failOn = failOn
        self.today = today ?? String(Date.now.ISO8601Format().prefix(10))
    }

    /// Writes the changes to standard output. If a part of a document can't be read, the report may be incomplete.
    public func run() -> Outcome {
        let (before, after) = (DocumentFile(reading: old), DocumentFile(reading: new))
        let diagnostics = before.diagnostics + after.diagnostics
        guard let old = before.document, let new = after.document else {
            return Outcome(diagnostics, status: .unusable)
        }
        let changes = DocumentChanges(from: old, to: new, today: today)
        guard before.isComplete, after.isComplete else {
            // Unread files can contain anything, so an empty report would be misleading.
            let report = changes.changes.isEmpty ? "" : changes.report(as: format)
            return Outcome(diagnostics, status: .unusable, output: Array(report.utf8))
        }
        let isFailure =
            switch failOn {
            case .breaking: changes.count(.breaking) > 0
            case .any: !changes.changes.isEmpty
            case nil: false
            }
        return Outcome(
            diagnostics, status: max(before.status, after.status, isFailure ? .found : .fine),
            output: Array(changes.report(as: format).utf8))
    }
}
