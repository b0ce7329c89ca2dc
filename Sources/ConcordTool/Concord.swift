import ArgumentParser
import ConcordCommands
import ConcordDiagnostics
import Foundation

@main
struct Concord: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concord",
        abstract: "Keeps Swift declarations and an OpenAPI document in agreement, both ways.",
        discussion: """
            Exit codes: 0 fine, 1 a check found something or a document has an error, 2 the input can't be used.
            """,
        version: ConcordVersion.current,
        subcommands: [
            NewVerb.self, GenerateSchemaVerb.self, ScaffoldVerb.self, ValidateVerb.self, CheckVerb.self,
            BundleVerb.self, ConvertVerb.self, DiffVerb.self, DocsVerb.self, EmbedVerb.self,
        ])

    /// As ArgumentParser's own, but for the exit code of a wrong command line: that too is input that can't be used.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            guard code == .validationFailure else { exit(withError: error) }
            FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
            Foundation.exit(Outcome.Status.unusable.rawValue)
        }
    }
}
