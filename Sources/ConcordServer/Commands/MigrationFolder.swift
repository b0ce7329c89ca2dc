import ArgumentParser
import ConcordCore
import ConcordDatabase
import Foundation

/// The folder with the migrations of an app, and their list in `Migrations.swift`.
struct MigrationFolder: ParsableArguments {
    @Option(help: "The folder of the migrations. (default: Sources/APP/Migrations)", completion: .directory)
    var directory: String?

    /// Writes a migration with the next number, and adds it to the list.
    ///
    /// - Parameters:
    ///   - api: The app's API.
    ///   - name: The part of the file and type names after the number, or nil to derive it from the operations.
    ///   - prefix: The start of the file name, or nil for the next number.
    ///   - source: Returns the source code for the name of the type.
    func write(of api: ServedAPI, name: String?, prefix: String? = nil, _ source: (String) -> MigrationSource) throws {
        let folder = try url()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let numbers = api.ownMigrations.compactMap { MigrationNumber($0.name)?.last }
        let prefix = prefix ?? MigrationNumber.padded((numbers.max() ?? api.ownMigrations.count) + 1)
        let existing = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        if let unbuilt = existing.first(where: { $0.hasPrefix(prefix + "_") || $0 == prefix + ".swift" }) {
            throw ValidationError(
                "The app was built before '\(unbuilt)' was written: build it again, or delete the file.")
        }
        let title = (name ?? source("").title).fileName
        let file = title.isEmpty ? prefix : "\(prefix)_\(title)"
        try write(source(file.migrationType).text, to: folder.appending(path: "\(file).swift"), isNew: true)
        try write(list(of: api, file.migrationType), to: folder.appending(path: "Migrations.swift"), isNew: false)
    }

    private func write(_ text: String, to file: URL, isNew: Bool) throws {
        try Data(text.utf8).write(to: file, options: isNew ? .withoutOverwriting : .atomic)
        print("wrote \(file.path(percentEncoded: false))")
    }

    private func list(of api: ServedAPI, _ type: String) -> String {
        let types = (api.ownMigrations.map { $0.name } + [type]).map { "\($0).self" }
        return """
            import Concord

            // 'makemigrations' writes this file.
            extension \(api.name): MigratedAPI {
                static let migrations: [any Migration.Type] = [
                    \(types.joined(separator: ",\n        "))\(types.count == 1 ? "" : ",")
                ]
            }

            """
    }

    /// The folder in the option, or the default folder of the executable if it exists.
    private func url() throws -> URL {
        if let directory { return URL(filePath: directory, directoryHint: .isDirectory) }
        let executable = CommandLine.arguments.first.map { URL(filePath: $0).lastPathComponent } ?? ""
        let sources = URL(filePath: "Sources/\(executable)", directoryHint: .isDirectory)
        guard FileManager.default.fileExists(atPath: sources.path(percentEncoded: false)) else {
            throw ValidationError("There is no folder 'Sources/\(executable)' here. Name the folder with --directory.")
        }
        return sources.appending(path: "Migrations", directoryHint: .isDirectory)
    }
}

extension String {
    /// The string as a part of a file name, with an underscore for each character other than letters and digits.
    fileprivate var fileName: String { String(map { $0.isLetter || $0.isNumber ? $0 : "_" }) }

    /// The name of the migration type in a file: `Migration0002StationElevation` in `0002_station_elevation`.
    fileprivate var migrationType: String {
        "Migration" + split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
