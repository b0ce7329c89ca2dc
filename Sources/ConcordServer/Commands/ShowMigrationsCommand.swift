import ArgumentParser
import ConcordCore
import ConcordDatabase

/// `showmigrations`: lists the migrations and whether the database has them.
struct ShowMigrationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "showmigrations", abstract: "List the migrations. [X] marks applied migrations.")

    func run() async throws {
        let (api, database) = try AppConfiguration.migrated()
        let applied = try await MigrationRunner(database, api.migrations).applied()
        let graph = try MigrationGraph(api.migrations, applied: applied)
        for migration in graph.migrations {
            let count = migration.replaces.count
            let replaced = count == 0 ? "" : " (replaces \(count) \(count == 1 ? "migration" : "migrations"))"
            print("[\(applied.contains(migration.name) ? "X" : " ")] \(migration.name)\(replaced)")
        }
        let names = Set(api.migrations.flatMap { [$0.name] + $0.replaces })
        for name in applied.subtracting(names).sorted() { print("[X] \(name), which the app no longer has") }
    }
}
