import ArgumentParser
import ConcordCore
import ConcordDatabase
import Foundation

/// `inspectdb [URL]`: writes models for the tables of a database.
struct InspectDatabaseCommand: AsyncParsableCommand, DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspectdb", abstract: "Write models for the tables of a database.")

    @Argument(help: "The URL of the database. (default: the database of the app)")
    var url: String?

    @Option(help: "The output file. (default: standard output)", completion: .file())
    var output: String?

    var usesAppDatabase: Bool { url == nil }

    func run() async throws {
        let text: String
        if let url {
            let database = try await Database(url: url)
            text = ModelSource(try await database.inspect()).text
            try await database.close()
        } else {
            guard let database = AppConfiguration.current?.environment.database else { return }
            text = ModelSource(try await database.inspect()).text
        }
        guard let output else { return print(text, terminator: "") }
        let url = URL(filePath: output)
        try Data(text.utf8).write(to: url, options: url.isDevice ? [] : .withoutOverwriting)
    }
}
