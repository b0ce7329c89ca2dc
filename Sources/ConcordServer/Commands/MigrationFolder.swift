import ArgumentParser
import ConcordCore
import ConcordDatabase
import Foundation

/// The folder with the migrations of an app, and the array of migrations in `Migrations.swift`.
struct MigrationFolder: ParsableArguments {
    @Option(help: "The folder of the migrations. (default: Sources/APP/Migrations)", completion: .directory)
    var directory: String?

    /// Writes a migration with the next number, and adds it to the array.
    ///
    /// - Parameters:
    ///   - api: The app's API.
    ///   - name: The part of the file and type names after the number, or nil to derive it from the operations.
    ///   - prefix: The start of the file name, or nil for the next number.
    ///   - source: Returns the source code for the name of the type.
    func write(of api: ServedAPI, name: String?, prefix: String? = nil, _ source: (String) -> MigrationSource) throws {
        let folder = try url()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let migration = NewMigration(of: api.qualifiedName, after: api.ownMigrations.map { $0.name }, prefix: prefix)
        let existing = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        if let unbuilt = migration.fileWithSameNumber(among: existing) {
            throw ValidationError(
                "The app was built before '\(unbuilt)' was written. Rebuild it, or delete the file.")
        }
        let files = migration.files(named: name, source)
        try write(files.migration, to: folder, isNew: true)
        try write(files.list, to: folder, isNew: false)
    }

    private func write(_ file: NewMigration.File, to folder: URL, isNew: Bool) throws {
        let url = folder.appending(path: file.name)
        try Data(file.text.utf8).write(to: url, options: isNew ? .withoutOverwriting : .atomic)
        print("wrote \(url.path(percentEncoded: false))")
    }

    /// The folder in the option, or the default folder of the executable if it exists.
    private func url() throws -> URL {
        if let directory { return URL(filePath: directory, directoryHint: .isDirectory) }
        let executable = CommandLine.arguments.first.map { URL(filePath: $0).lastPathComponent } ?? ""
        let sources = URL(filePath: "Sources/\(executable)", directoryHint: .isDirectory)
        guard FileManager.default.fileExists(atPath: sources.path(percentEncoded: false)) else {
            throw ValidationError(
                "The folder 'Sources/\(executable)' does not exist. Pass the folder with --directory.")
        }
        return sources.appending(path: "Migrations", directoryHint: .isDirectory)
    }
}
