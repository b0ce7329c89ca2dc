import ArgumentParser
import ConcordCore
import ConcordDatabase
import Foundation

/// `makemigrations`: writes a migration where the models have changed.
struct MakeMigrationsCommand: AsyncParsableCommand, DocumentCommand {
    static let configuration = CommandConfiguration(
        commandName: "makemigrations", abstract: "Write a migration for what has changed in the models.")

    @Option(help: "The folder of the migrations. (default: Sources/APP/Migrations)", completion: .directory)
    var directory: String?

    @Option(help: "A table or a column that has another name: station=place, station.name=station.title.")
    var rename: [String] = []

    @Option(
        name: .customLong("default"),
        help: "The value of a new column in rows that are there: station.code=X.")
    var initialValues: [String] = []

    @Option(help: "What stands behind the number in the file's name.")
    var name: String?

    @Flag(help: "Write nothing; exit with code 1 if a migration is missing.")
    var check = false

    func run() async throws {
        guard let api = AppCommand.App.current?.api, !api.models.isEmpty else {
            throw ValidationError("The app has no models.")
        }
        let changes = try changes(of: api)
        for problem in changes.problems { print("error: \(problem)") }
        if !changes.problems.isEmpty { throw ExitCode(1) }
        if changes.operations.isEmpty { return print("No changes.") }
        for warning in changes.warnings { print("warning: \(warning)") }
        for rename in changes.possibleRenames {
            print(
                "note: if '\(rename.old)' is '\(rename.new)' now, use --rename \(rename.old)=\(rename.new), which keeps the values"
            )
        }
        if check {
            print("The models have changed; 'makemigrations' writes what is missing.")
            throw ExitCode(1)
        }
        try write(changes, of: api)
    }

    private func changes(of api: ServedAPI) throws -> ModelChanges {
        let old = try MigrationState(after: api.installedMigrations + api.ownMigrations)
        let new = MigrationState(TableDefinition.inOrder(of: api.models))
        var values = TableDefinition.initialValues(of: api.models)
        for text in initialValues { let (name, value) = try pair(text); values[name] = .text(value) }
        return ModelChanges(from: old, to: new, renamed: try rename.map(pair), initialValues: values)
    }

    private func pair(_ text: String) throws -> (old: String, new: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw ValidationError("'\(text)' has no '=' in it.") }
        return (parts[0], parts[1])
    }

    private func write(_ changes: ModelChanges, of api: ServedAPI) throws {
        let folder = try folder()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let number = String(format: "%04d", api.ownMigrations.count + 1)
        let source = MigrationSource(
            "Migration\(number)", after: api.ownMigrations.last?.name, changes.operations)
        let file = folder.appending(path: "\(number)_\(name ?? source.title).swift")
        let prefix = number + "_"
        let existing = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        if let unbuilt = existing.first(where: { $0.hasPrefix(prefix) }) {
            throw ValidationError(
                "The app was built before '\(unbuilt)' was written: build it again, or delete the file.")
        }
        try Data(source.text.utf8).write(to: file, options: .withoutOverwriting)
        print("wrote \(file.path(percentEncoded: false))")
        let list = folder.appending(path: "Migrations.swift")
        let types = (api.ownMigrations.map { $0.name } + ["Migration\(number)"]).map { "\($0).self" }
        let text = """
            import Concord

            // 'makemigrations' writes this file.
            extension \(api.name): MigratedAPI {
                static let migrations: [any Migration.Type] = [
                    \(types.joined(separator: ",\n        ")),
                ]
            }

            """
        try Data(text.utf8).write(to: list, options: .atomic)
        print("wrote \(list.path(percentEncoded: false))")
    }

    /// The folder that is named, or the one beside the sources of the executable, where that is plain.
    private func folder() throws -> URL {
        if let directory { return URL(filePath: directory, directoryHint: .isDirectory) }
        let executable = CommandLine.arguments.first.map { URL(filePath: $0).lastPathComponent } ?? ""
        let sources = URL(filePath: "Sources/\(executable)", directoryHint: .isDirectory)
        guard FileManager.default.fileExists(atPath: sources.path(percentEncoded: false)) else {
            throw ValidationError("There is no folder 'Sources/\(executable)' here. Name the folder with --directory.")
        }
        return sources.appending(path: "Migrations", directoryHint: .isDirectory)
    }
}

/// `showmigrations`: lists the migrations and whether the database has them.
struct ShowMigrationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "showmigrations", abstract: "List the migrations; [X] marks those that the database has.")

    func run() async throws {
        let (api, database) = try AppConfiguration.migrated()
        let applied = try await MigrationRunner(database, api.migrations).applied()
        for migration in api.migrations { print("[\(applied.contains(migration.name) ? "X" : " ")] \(migration.name)") }
        let names = Set(api.migrations.map { $0.name })
        for name in applied.subtracting(names).sorted() { print("[X] \(name), which the app no longer has") }
    }
}

/// `sqlmigrate NAME`: prints the statements of a migration.
struct SQLMigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sqlmigrate", abstract: "Print the statements of a migration.")

    @Argument(help: "The migration.")
    var name: String

    @Flag(help: "Print what takes it back.")
    var backwards = false

    func run() async throws {
        let (api, database) = try AppConfiguration.migrated()
        guard let migration = api.migrations.first(where: { $0.name == name }) else {
            throw ValidationError("There is no migration '\(name)'; 'showmigrations' lists them.")
        }
        let step = MigrationRunner.Step(migration: migration, isReversed: backwards)
        for statement in try MigrationRunner(database, api.migrations).statements(of: step) { print(statement + ";") }
    }
}

/// `migrate [NAME]`: applies what the database lacks, or takes back what is behind a migration.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Apply the migrations that the database lacks.",
        discussion: "An app without migrations gets the tables of its models as they are.")

    @Argument(help: "The last migration to apply, by its name or number; 'zero' takes all back.")
    var target: String?

    @Flag(help: "Print what would be done, and change nothing.")
    var plan = false

    @Flag(help: "Exit with code 1 if a migration is missing, and change nothing.")
    var check = false

    @Flag(help: "Only note that the migrations are applied.")
    var fake = false

    func run() async throws {
        let (api, database) = try AppConfiguration.migrated()
        if api.migrations.isEmpty { return try await createTables(of: api, in: database) }
        let runner = MigrationRunner(database, api.migrations)
        let steps = try await runner.plan(to: target)
        if steps.isEmpty { return print("No migrations to apply.") }
        for step in steps {
            if plan || check {
                print("\(step.isReversed ? "would take back" : "would apply"): \(step.name)")
            } else if try await runner.run(step, isFake: fake) {
                print("\(step.isReversed ? "taken back" : "applied"): \(step.name)")
            } else {
                print("done by another process: \(step.name)")
            }
        }
        if check { throw ExitCode(1) }
    }

    private func createTables(of api: ServedAPI, in database: Database) async throws {
        if plan || check {
            let missing = try await database.missingTables(for: api.models)
            for table in missing { print("missing: \(table)") }
            if missing.isEmpty { print("No table is missing.") }
            if check, !missing.isEmpty { throw ExitCode(1) }
            return
        }
        let created = try await database.createTables(for: api.models)
        for table in created { print("created: \(table)") }
        if created.isEmpty { print("No table is missing.") }
    }
}

extension AppConfiguration {
    /// The API and the database of the command that runs.
    fileprivate static func migrated() throws -> (ServedAPI, Database) {
        guard let api = AppCommand.App.current?.api, let database = AppConfiguration.current?.environment.database
        else {
            throw ValidationError("The app has no models.")
        }
        return (api, database)
    }

    /// What keeps an API's models from being stored: tables or migrations that the database lacks.
    func missingMigrations(for api: ServedAPI) async throws -> [String] {
        guard let database = environment.database else { return [] }
        if api.migrations.isEmpty {
            return try await database.missingTables(for: api.models).map { "the database lacks the table '\($0)'" }
        }
        return try await MigrationRunner(database, api.migrations).plan().map { step in
            "the database lacks the migration '\(step.name)'"
        }
    }
}
