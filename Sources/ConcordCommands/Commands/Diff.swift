import ConcordDiagnostics
import ConcordOpenAPI
import Foundation

/// Tells what has changed between two editions of an API.
public struct Diff: Sendable {
    /// The changes that make the command fail.
    public enum Failure: String, Sendable, CaseIterable {
        /// Those that break clients.
        case breaking
        /// All of them.
        case any
    }

    /// The old edition; `-` is standard input.
    public var old: String
    /// The new edition; `-` is standard input.
    public var new: String
    /// How the changes are told.
    public var format: ChangeFormat
    /// The changes that make the command fail; none where it is absent.
    public var failOn: Failure?
    /// The day, as `2026-11-23`, against which sunsets are held.
    public var today: String

    /// Compares the documents at two paths.
    public init(
        old: String, new: String, format: ChangeFormat = .text, failOn: Failure? = nil, today: String? = nil
    ) {
        self.old = old
        self.new = new
        self.format = format
        self.failOn = failOn
        self.today = today ?? String(Date.now.ISO8601Format().prefix(10))
    }

    /// Reports the changes on standard output. Where a part of a document could not be read, there may be more.
    public func run() -> Outcome {
        let (before, after) = (DocumentFile(reading: old), DocumentFile(reading: new))
        let diagnostics = before.diagnostics + after.diagnostics
        guard let old = before.document, let new = after.document else {
            return Outcome(diagnostics, status: .unusable)
        }
        let changes = DocumentChanges(from: old, to: new, today: today)
        guard before.isComplete, after.isComplete else {
            // What was not read can hold anything, so finding no change says nothing.
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
