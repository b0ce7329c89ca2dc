import ArgumentParser
import ConcordCore
import ConcordDatabase
import Foundation

/// `dbshell`: replaces the process with the shell of the database.
struct DatabaseShellCommand: AsyncParsableCommand, DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "dbshell", abstract: "Open the database in sqlite3 or psql.")

    @Argument(parsing: .captureForPassthrough, help: "Arguments for sqlite3 or psql.")
    var arguments: [String] = []

    var usesAppDatabase: Bool { true }

    func run() async throws {
        guard let database = AppConfiguration.current?.environment.database else { return }
        guard let shell = database.driver.shell else {
            throw ValidationError(
                "No program can open this database, because an in-memory database belongs to its process.")
        }
        for (name, value) in shell.environment { setenv(name, value, 1) }
        // The arguments after '--' belong to the program.
        let further = arguments.first == "--" ? Array(arguments.dropFirst()) : arguments
        let words = [shell.program] + shell.arguments + further
        fflush(nil)
        var pointers = words.map { strdup($0) } + [nil]
        execvp(shell.program, &pointers)
        throw ShellNotStarted(program: shell.program, reason: String(cString: strerror(errno)))
    }
}

/// The error that the shell of the database didn't start.
private struct ShellNotStarted: Error, CustomStringConvertible {
    let program: String
    let reason: String

    var description: String {
        let packages = ["sqlite3": "sqlite3", "psql": "postgresql-client"]
        let help = packages[program].map { "\nhelp: install Debian's package '\($0)'" } ?? ""
        return "Can't start the program '\(program)': \(reason)." + help
    }
}
