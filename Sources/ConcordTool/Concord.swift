import ArgumentParser
import ConcordCommands
import ConcordDiagnostics
import Foundation

@main
struct Concord: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concord",
        abstract: "Keep Swift declarations and an OpenAPI document in sync, in both directions.",
        discussion: """
            Exit codes: 0 success, 1 a check failed or a document has an error, 2 the input can't be used.
            """,
        version: ConcordVersion.current,
        subcommands: [
            NewVerb.self, MakeMigrationsVerb.self, GenerateSchemaVerb.self, ScaffoldVerb.self, ValidateVerb.self,
            CheckVerb.self,
            BundleVerb.self, SplitVerb.self, ConvertVerb.self, DiffVerb.self, DocsVerb.self, EmbedVerb.self,
        ])

    /// Runs the tool like ArgumentParser, except for the exit code of an invalid command line, which is that of
    /// unusable input.
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
