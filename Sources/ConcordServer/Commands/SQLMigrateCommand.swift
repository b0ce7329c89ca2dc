import ArgumentParser
import ConcordCore
import ConcordDatabase

/// `sqlmigrate NAME`: prints the statements of a migration.
struct SQLMigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sqlmigrate", abstract: "Print the statements of a migration.")

    @Argument(help: "The migration.")
    var name: String

    @Flag(help: "Print the statements that reverse it.")
    var backwards = false

    func run() async throws {
        let (api, database) = try AppConfiguration.migrated()
        let named = api.migrations.first { $0.name == name }
        let migration = try named ?? MigrationGraph(api.migrations).migration(name).type
        let step = MigrationRunner.Step(migration: migration, isReversed: backwards)
        for statement in try MigrationRunner(database, api.migrations).statements(of: step) { print(statement + ";") }
    }
}
