import ArgumentParser
import ConcordCommands
import ConcordDiagnostics
import Foundation

struct MakeMigrationsVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "makemigrations",
        abstract: "Write a migration for the changes in the models, without building the app.")

    @Argument(help: "Swift files and folders with Swift files. (default: the targets of the nearest package)")
    var sources: [String] = []

    @Option(help: "The @API to write migrations for, if the sources declare several.")
    var api: String?

    @Option(
        help: "The folder of the migrations. (default: that of the existing ones, or Migrations in the API's target)")
    var directory: String?

    @Option(help: "A renamed table or column: station=place, station.name=station.title.")
    var rename: [String] = []

    @Option(name: .customLong("default"), help: "The value of a new column for existing rows: station.code=X.")
    var initialValues: [String] = []

    @Option(help: "The part of the file name after the number.")
    var name: String?

    @Option(
        name: [.customShort("D"), .customLong("define")],
        help: "A condition that is true in '#if', as with the option -D of swiftc. Repeatable.")
    var define: [String] = []

    @Flag(help: "Write nothing; exit with 1 if a migration is missing.")
    var check = false

    @Flag(help: "Write a migration without operations, for custom SQL or code.")
    var empty = false

    @Flag(help: "Write a migration that joins the branches of conflicting migrations.")
    var merge = false

    @OptionGroup var reporting: Reporting

    func validate() throws {
        if empty && (check || merge) {
            throw ValidationError("--empty can't be combined with --check or --merge")
        }
    }

    func run() throws {
        let action: MakeMigrations.Action =
            merge ? (check ? .checkMerge : .merge) : check ? .check : empty ? .empty : .write
        var command = MakeMigrations(sources: sources, action: action, api: api, name: name, directory: directory)
        command.renames = rename
        command.defaults = initialValues
        command.flags = Set(define)
        reporting.finish(command.run(asking: question))
    }

    /// The question to the user at the terminal, or `nil` without a terminal.
    private var question: ((_ old: String, _ new: String) -> Bool)? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
        return { old, new in
            FileHandle.standardError.write(Data("Was '\(old)' renamed to '\(new)'? [y/N] ".utf8))
            return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
        }
    }
}
