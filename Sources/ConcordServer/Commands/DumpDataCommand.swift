import ArgumentParser
import ConcordCore
import ConcordDatabase
import Foundation

/// `dumpdata [MODEL...]`: writes the objects of the database as a fixture.
struct DumpDataCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dumpdata", abstract: "Write the objects of the database as JSON.")

    @Argument(help: "The models to write, by table name. (default: all models)")
    var models: [String] = []

    @Option(help: "A model to exclude.")
    var exclude: [String] = []

    @Option(help: "The output file. (default: standard output)", completion: .file())
    var output: String?

    func run() async throws {
        let (api, database) = try AppConfiguration.migrated()
        let all = api.models.withRelatedModels
        for name in models + exclude where !all.contains(where: { $0.table == name }) {
            let names = all.map { $0.table }.joined(separator: ", ")
            throw ValidationError("No model '\(name)'. The models are \(names).")
        }
        let chosen = all.filter { (models.isEmpty || models.contains($0.table)) && !exclude.contains($0.table) }
        guard let output else { return try await write(chosen, from: database, to: .standardOutput) }
        let url = URL(filePath: output)
        if url.isDevice { return try await write(chosen, from: database, to: FileHandle(forWritingTo: url)) }
        // A failed dump leaves an existing file unchanged.
        let partial = URL(filePath: output + ".partial")
        guard FileManager.default.createFile(atPath: partial.path(percentEncoded: false), contents: nil) else {
            throw ValidationError("Can't write the file '\(output)'.")
        }
        do {
            let file = try FileHandle(forWritingTo: partial)
            try await write(chosen, from: database, to: file)
            try file.close()
            guard rename(partial.path(percentEncoded: false), output) == 0 else {
                throw ValidationError("Can't write the file '\(output)'.")
            }
        } catch {
            try? FileManager.default.removeItem(at: partial)
            throw error
        }
    }

    private func write(_ models: [any Model.Type], from database: Database, to file: FileHandle) async throws {
        try await FixtureWriter { try file.write(contentsOf: $0) }.write(models, from: database)
    }
}
