import Concord
import Foundation
import Testing

/// `migrate`, `showmigrations` and `sqlmigrate` as a user runs them, in both databases.
@Suite struct MigrateTests {
    @Test(arguments: TestDatabase.allCases)
    func appliesTheMigrationsOfTheModels(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind, history: "initial") { app in
            let outcome = try await app("migrate")
            #expect(outcome.output == "applied: Migration0001Initial\n")
            let schema = try await app.schema()
            try await ShopApp.run(kind) { fresh in
                try await fresh.migrate()
                #expect(try await fresh.schema().difference(from: schema).isEmpty)
            }
            #expect(try await app("check").code == 0)
            #expect(try await app("migrate", "zero").output == "reversed: Migration0001Initial\n")
            #expect(try await app.schema().isEmpty)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aBranchIsAppliedAfterTheOther(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind, history: "linear") { app in
            try await app.migrate()
            // The branch that is later in the order is applied first.
            var (other, merged) = (app, app)
            (other.history, merged.history) = ("branches", "merged")
            #expect(try await app("migrate", "4").code != 0)
            try await app.withDatabase { database in
                try await database.execute("ALTER TABLE item ADD COLUMN colour text")
                try await database.execute(
                    "INSERT INTO concord_migrations (name, applied) SELECT 'Migration0004Colour', applied FROM concord_migrations LIMIT 1"
                )
                try await database.execute("UPDATE item SET colour = 'red'")
            }
            #expect(try await merged("migrate").output == "applied: Migration0004Size\napplied: Migration0005Merge\n")
            let colours: [String] = try await app.withDatabase { try await $0.rows("SELECT DISTINCT colour FROM item") }
            #expect(colours == ["red"])
            #expect(
                try await merged("migrate", "Migration0004Size").output == "reversed: Migration0005Merge\n")
            #expect(
                try await merged("showmigrations").output.contains("[X] Migration0004Colour\n[ ] Migration0005Merge\n"))
            let ambiguous = "'4' is ambiguous: Migration0004Size or Migration0004Colour"
            #expect(try await merged("migrate", "4").error.contains(ambiguous))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aSquashedMigrationStandsForThoseThatItReplaces(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind, history: "linear") { app in
            var (squashed, shortened) = (app, app)
            (squashed.history, shortened.history) = ("squashed", "shortened")
            // All of them are applied.
            try await app.migrate()
            #expect(
                try await squashed("showmigrations").output
                    == "[X] Migration0001Squashed0003 (replaces 3 migrations)\n[ ] Migration0004AfterSquash\n")
            #expect(try await shortened("migrate").output == "No migrations to apply.\n")
            #expect(try await squashed("migrate").output == "applied: Migration0004AfterSquash\n")
            #expect(
                try await squashed("migrate", "zero").output
                    == "reversed: Migration0004AfterSquash\nreversed: Migration0001Squashed0003\n")
            // None is applied.
            #expect(
                try await squashed("migrate").output
                    == "applied: Migration0001Squashed0003\napplied: Migration0004AfterSquash\n")
            #expect(try await app("showmigrations").output.hasPrefix("[X] Migration0001Item\n[X] Migration0002Parts\n"))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func someReplacedMigrationsAreApplied(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind, history: "linear") { app in
            var (squashed, shortened) = (app, app)
            (squashed.history, shortened.history) = ("squashed", "shortened")
            #expect(try await app("migrate", "2").code == 0)
            let refused = try await shortened("migrate")
            #expect(refused.code == 1)
            #expect(
                refused.error == """
                    Error: the database has only some of the migrations that Migration0001Squashed0003 replaces: Migration0001Item, Migration0002Parts
                    help: restore them, run 'migrate', and then delete them again

                    """)
            #expect(
                try await squashed("migrate").output
                    == "almost done\napplied: Migration0003ItemTitle\napplied: Migration0004AfterSquash\n")
            let whole = try await app.schema()
            try await ShopApp.run(kind, history: "squashed") { fresh in
                try await fresh.migrate()
                #expect(try await fresh.schema().difference(from: whole).isEmpty)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func printsTheStatementsOfAReplacedMigration(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind, history: "squashed") { app in
            let outcome = try await app("sqlmigrate", "Migration0003ItemTitle")
            #expect(outcome.code == 0)
            #expect(outcome.output.contains("UPDATE item SET kind = 'heavy' WHERE weight > 1;\n"))
            #expect(outcome.output.hasSuffix("-- the migration runs code here;\n"))
        }
    }
}
