import ConcordDiagnostics
import Foundation

/// What came of a command: the exit code, all that was found, and what goes to standard output.
public struct Outcome: Sendable {
    /// The exit codes of every command.
    public enum Status: Int32, Sendable, Comparable {
        /// What was asked for is done.
        case fine = 0
        /// The check found something, the document has an error, or what was written leaves something to look after.
        case found = 1
        /// The input can't be used, or not all of it could be read.
        case unusable = 2

        /// The worse of two is the greater.
        public static func < (left: Status, right: Status) -> Bool { left.rawValue < right.rawValue }
    }

    /// Every problem, those that did not keep the command from its work included.
    public var diagnostics: [Diagnostic]
    /// What the process exits with.
    public var status: Status
    /// What goes to standard output.
    public var output: [UInt8]
    /// Whether the user is told the codes, since there is more to be read about them.
    public var showsCodes = false
    /// What the command made on its way and needs no more, such as the document: a process that ends with its outcome
    /// leaves that to the system, which gives memory back at once and not piece by piece.
    var remains: [any Sendable] = []

    /// States what came of a command.
    public init(_ diagnostics: [Diagnostic], status: Status, output: [UInt8] = []) {
        self.diagnostics = diagnostics
        self.status = status
        self.output = output
    }

    /// A command whose work is done, unless one of the diagnostics is an error.
    init(_ diagnostics: [Diagnostic] = [], output: [UInt8] = []) {
        self.init(diagnostics, status: diagnostics.containsError ? .unusable : .fine, output: output)
    }

    /// The diagnostics as the user asked for them, each with the line of the file that it is about.
    public func report(as format: DiagnosticFormat) -> String {
        guard !diagnostics.isEmpty || format == .json else { return "" }
        return format.write(diagnostics.sortedByPosition(), showingCodes: showsCodes) { path in
            guard path != "-", let file = try? InputFile(reading: path) else { return nil }
            return String(decoding: file.contents, as: UTF8.self)
        }
    }
}
