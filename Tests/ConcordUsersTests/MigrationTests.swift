import Concord
import ConcordDatabase
import ConcordPostgreSQL
import ConcordTestDatabases
import Foundation
import Testing

@testable import ConcordUsers

/// An API with its own migrations. Their tables refer to those of `Users`.
private enum MigratingAPI: API, MigratedAPI {
    static let defaultAuthentication: [any Authentication] = []
    static let installedApps: [any InstalledApp.Type] = [Users.self]
    static let migrations: [any Migration.Type] = [Migration0001.self]

    struct Migration0001: Migration {
        static let operations: [MigrationOperation] = [
            .createModel(
                "letter",
                [
                    .field("id", .integer(bits: 64), .primaryKey),
                    .field("author", .integer(bits: 64), .references("auth_user", "id", onDelete: .cascade)),
                ])
        ]
    }
}

/// The migrations of `Users`.
@Suite struct MigrationTests {
    @Test func theMigrationsAddUpToTheModels() throws {
        let old = try MigrationState(after: Users.migrations)
        let new = MigrationState(TableDefinition.inOrder(of: Users.models))
        let missing = ModelChanges(from: old, to: new).operations
        // The text of the migration to add.
        let source = missing.isEmpty ? "" : MigrationSource("ChangeUsers", after: ["AddSessionEpochs"], missing).text
        #expect(source == "")
    }

    @Test func theyComeBeforeThoseOfTheAPI() {
        let served = MigratingAPI.served
        #expect(served.migrations.map { $0.name } == ["CreateUsers", "AddSessionEpochs", "Migration0001"])
        #expect(served.ownMigrations.map { $0.name } == ["Migration0001"])
        #expect(UsersAPI.served.migrations.isEmpty)
    }

    @Test func theyCreateTheTablesInBothDatabases() async throws {
        let memory = try await Database(url: "sqlite::memory:")
        try await memory.prepare(for: MigratingAPI.served)
        try await checkTables(of: memory)
        try await PostgreSQLServer.shared.run { url in
            let database = Database(try PostgreSQLDatabase(url: url))
            try await database.prepare(for: MigratingAPI.served)
            try await checkTables(of: database)
            try await database.close()
        }
    }

    /// An installed app remains applied when `migrate` goes back to a migration of the API. 'zero' reverses both.
    @Test func aMigrationOfTheAPIDependsOnThem() async throws {
        let database = try await Database(url: "sqlite::memory:")
        let runner = MigrationRunner(database, MigratingAPI.served.migrations)
        #expect(try await runner.plan(to: "1").map(\.name) == ["CreateUsers", "AddSessionEpochs", "Migration0001"])
        try await database.prepare(for: MigratingAPI.served)
        #expect(try await runner.plan(to: "Migration0001").isEmpty)
        #expect(try await runner.plan(to: "AddSessionEpochs").map(\.name) == ["Migration0001"])
        #expect(try await runner.plan(to: "zero").map(\.name) == ["Migration0001", "AddSessionEpochs", "CreateUsers"])
    }

    private func checkTables(of database: Database) async throws {
        let missing = try await database.missingTables(for: Users.models)
        #expect(missing == [])
        let user = try await database.run { try await User.create("ada", password: nil) }
        let changed = try await database.execute("INSERT INTO letter (author) VALUES (\(user.id))")
        #expect(changed == 1)
    }
}
