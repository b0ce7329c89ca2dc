import ArgumentParser
import ConcordCore
import ConcordDatabase
import Foundation

/// `loaddata FILE...`: stores the objects of fixtures.
struct LoadDataCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loaddata", abstract: "Store objects from JSON files in one transaction.")

    @Argument(help: "The files, in the format of 'dumpdata'.", completion: .file())
    var files: [String]

    func run() async throws {
        let (api, database) = try AppConfiguration.migrated()
        let loader = FixtureLoader(database, api.models.withRelatedModels)
        let files = files.map { name in FixtureLoader.File(name) { try Self.reader(of: name) } }
        let count: Int
        do {
            count = try await loader.load(files)
        } catch let error as InvalidFixture {
            try FileHandle.standardError.write(contentsOf: Data((error.description + "\n").utf8))
            throw ExitCode(1)
        }
        print("loaded \(count) \(count == 1 ? "object" : "objects")")
    }

    /// Reads a file in pieces.
    private static func reader(of name: String) throws -> () throws -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: name) else {
            throw ValidationError("Can't read the file '\(name)'.")
        }
        return { Array(try file.read(upToCount: 65_536) ?? Data()) }
    }
}
