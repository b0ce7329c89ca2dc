import ConcordDiagnostics
import Foundation

/// The result of a command: the exit status, the diagnostics, and the standard output.
public struct Outcome: Sendable {
    /// The exit codes of all commands.
    public enum Status: Int32, Sendable, Comparable {
        /// The command succeeded.
        case fine = 0
        /// The check found problems, the document has an error, or the written files require attention.
        case found = 1
        /// The input can't be used, or parts of it could not be read.
        case unusable = 2

        /// Returns whether a status is less severe than another.
        public static func < (left: Status, right: Status) -> Bool { left.rawValue < right.rawValue }
    }

    /// All diagnostics, including those that didn't prevent the command from succeeding.
    public var diagnostics: [Diagnostic]
    /// The exit status of the process.
    public var status: Status
    /// The standard output.
    public var output: [UInt8]
    /// Whether the report includes the codes, which `--explain` accepts.
    public var showsCodes = false
    /// Values that the command no longer needs, such as the document. Keeping them until the process exits saves the
    /// time for freeing them individually.
    var remains: [any Sendable] = []

    /// Creates an outcome.
    public init(_ diagnostics: [Diagnostic], status: Status, output: [UInt8] = []) {
        self.diagnostics = diagnostics
        self.status = status
        self.output = output
    }

    /// Creates the outcome of a command that succeeds unless a diagnostic is an error.
    init(_ diagnostics: [Diagnostic] = [], output: [UInt8] = []) {
        self.init(diagnostics, status: diagnostics.containsError ? .unusable : .fine, output: output)
    }

    /// Returns the diagnostics in a format, each with an excerpt of the file.
    public func report(as format: DiagnosticFormat) -> String {
        guard !diagnostics.isEmpty || format == .json else { return "" }
        return format.write(diagnostics.sortedByPosition(), showingCodes: showsCodes) { path in
            guard path != "-", let file = try? InputFile(reading: path) else { return nil }
            return String(decoding: file.contents, as: UTF8.self)
        }
    }
}
