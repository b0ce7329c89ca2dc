import ArgumentParser
import ConcordCore
import ConcordDatabase

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `migrate [NAME]`: applies all migrations that the database doesn't have, or goes back to a migration.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Apply the migrations that are missing in the database.",
        discussion: "In an app without migrations, create the tables of its models.")

    @Argument(help: "The last migration to apply, by name or number; 'zero' reverses all migrations.")
    var target: String?

    @Flag(help: "Print the changes without making them.")
    var plan = false

    @Flag(help: "Change nothing, and exit with 1 if a migration is missing.")
    var check = false

    @Flag(help: "Mark the migrations as applied without running them.")
    var fake = false

    func run() async throws {
        let (api, database) = try AppConfiguration.migrated()
        if api.migrations.isEmpty { return try await createTables(of: api, in: database) }
        let runner = MigrationRunner(database, api.migrations)
        let steps = try await runner.plan(to: target)
        if !plan, !check { try await runner.recordReplacements() }
        if steps.isEmpty { return print("No migrations to apply.") }
        for step in steps {
            if plan || check {
                print("\(step.isReversed ? "would reverse" : "would apply"): \(step.name)")
            } else if try await runner.run(step, isFake: fake) {
                print("\(step.isReversed ? "reversed" : "applied"): \(step.name)")
            } else {
                print("applied by another process: \(step.name)")
            }
            // Another program may wait for a line on a pipe.
            fflush(nil)
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
    /// Returns the API and the database of the running command.
    static func migrated() throws -> (ServedAPI, Database) {
        guard let api = AppCommand.App.current?.api, let database = AppConfiguration.current?.environment.database
        else {
            throw ValidationError("The app has no models.")
        }
        return (api, database)
    }

    /// Returns descriptions of the tables or migrations that the database doesn't have.
    func missingMigrations(for api: ServedAPI) async throws -> [String] {
        guard let database = environment.database else { return [] }
        if api.migrations.isEmpty {
            return try await database.missingTables(for: api.models).map {
                "the database does not have the table '\($0)'"
            }
        }
        return try await MigrationRunner(database, api.migrations).plan().map { step in
            "the database does not have the migration '\(step.name)'"
        }
    }
}
