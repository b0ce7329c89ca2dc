import ArgumentParser
import ConcordCore
import ConcordDatabase

/// `migrate`: gives the database the tables of the app's models.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Create the tables of the app's models that the database lacks.")

    @Flag(help: "Report what is missing with exit code 1, and change nothing.")
    var check = false

    func run() async throws {
        guard let api = AppCommand.App.current?.api, let database = AppConfiguration.current?.environment.database
        else {
            throw ValidationError("The app has no models.")
        }
        if check {
            let missing = try await database.missingTables(for: api.models)
            for table in missing { print("missing: \(table)") }
            if !missing.isEmpty { throw ExitCode(1) }
            return print("No table is missing.")
        }
        let created = try await database.createTables(for: api.models)
        for table in created { print("created: \(table)") }
        if created.isEmpty { print("No table is missing.") }
    }
}

extension AppConfiguration {
    /// The tables of an API's models that the database lacks.
    func missingTables(for api: ServedAPI) async throws -> [String] {
        guard let database = environment.database else { return [] }
        return try await database.missingTables(for: api.models)
    }
}
