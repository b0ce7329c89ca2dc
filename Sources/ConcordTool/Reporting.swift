import ArgumentParser
import ConcordCommands
import ConcordDiagnostics
import Foundation

/// The reporting options of all commands.
struct Reporting: ParsableArguments {
    @Option(help: "The format of diagnostics: text, json, or github (annotations on a pull request).")
    var diagnostics: DiagnosticFormat = .text

    /// Writes the output and the diagnostics of a command, and exits the process with its status.
    func finish(_ outcome: Outcome) -> Never {
        FileHandle.standardOutput.write(Data(outcome.output))
        show(outcome)
        withExtendedLifetime(outcome) { Foundation.exit(outcome.status.rawValue) }
    }

    /// Writes the diagnostics of a command that hasn't finished.
    func show(_ outcome: Outcome) {
        let report = outcome.report(as: diagnostics)
        FileHandle.standardError.write(Data((isOnTerminal ? Self.coloured(report) : report).utf8))
    }

    private var isOnTerminal: Bool {
        diagnostics == .text && isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    /// Returns the report with colors for the severity of each diagnostic.
    private static func coloured(_ report: String) -> String {
        report.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            for (severity, colour) in [("error: ", "31"), ("warning: ", "33"), ("note: ", "36")] {
                guard !line.hasPrefix(" "), let range = line.firstRange(of: severity) else { continue }
                let before = line[..<range.lowerBound]
                guard before.isEmpty || before.hasSuffix(": ") else { continue }
                return "\u{1B}[1m\(before)\u{1B}[\(colour)m\(severity)\u{1B}[0;1m\(line[range.upperBound...])\u{1B}[0m"
            }
            return String(line)
        }.joined(separator: "\n")
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}
