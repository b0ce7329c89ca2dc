import ConcordGoldens
import Foundation
import Testing

/// `makemigrations` and `squashmigrations` as a user runs them.
@Suite struct MakeMigrationsTests {
    private static let migrations = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Shop/Migrations").standardized.path(percentEncoded: false)

    /// The text of the file that a command has written.
    private func written(_ name: String, by app: ShopApp) throws -> String {
        try String(contentsOf: app.folder.appending(path: "Migrations/\(name)"), encoding: .utf8)
    }

    @Test func writesTheFirstMigration() async throws {
        try await ShopApp.run(.sqlite) { app in
            let outcome = try await app("makemigrations", "--directory", "Migrations")
            #expect(outcome.code == 0)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines.first?.hasPrefix("wrote /") == true)
            #expect(lines.first?.hasSuffix("/Migrations/0001_initial.swift") == true)
            #expect(lines.last?.hasSuffix("/Migrations/Migrations.swift") == true)
            let text = try written("0001_initial.swift", by: app)
            let difference = try GoldenFile(Self.migrations + "/0001_initial.swift").difference(from: text)
            #expect(difference == nil, "\(difference ?? "")")
            #expect(
                try written("Migrations.swift", by: app) == """
                    import Concord

                    // 'makemigrations' writes this file.
                    extension ShopAPI: MigratedAPI {
                        static let migrations: [any Migration.Type] = [
                            Migration0001Initial.self
                        ]
                    }

                    """)
        }
    }

    @Test func findsNothingToAddToTheFirstMigration() async throws {
        try await ShopApp.run(.sqlite, history: "initial") { app in
            let outcome = try await app("makemigrations", "--check")
            #expect(outcome.code == 0)
            #expect(outcome.output == "No changes.\n")
        }
    }

    @Test func checkFailsIfAMigrationIsMissing() async throws {
        try await ShopApp.run(.sqlite, history: "linear") { app in
            let outcome = try await app("makemigrations", "--check", "--directory", "Migrations")
            #expect(outcome.code == 1)
            #expect(outcome.output.hasSuffix("The models have changed. Run 'makemigrations' to write a migration.\n"))
            #expect(!FileManager.default.fileExists(atPath: app.folder.appending(path: "Migrations").path))
        }
    }

    @Test(arguments: [
        ("product.is_listed=maybe", "'maybe' is not 'true' or 'false'"),
        ("product.stock=1.5", "'1.5' is not a 64-bit integer"),
        ("product.price=1x", "'1x' is not a decimal number"),
        ("product.id=1", "'1' is not a UUID"),
        ("product.created=today", "'today' is not a timestamp such as '2026-01-31T12:00:00Z', or 'now'"),
        ("member.birthday=31.01.2026", "'31.01.2026' is not a date such as '2026-01-31', or 'now'"),
        ("member.settings={", "'{' is not JSON"),
        ("member.picture=?", "'?' is not a Base64 string"),
    ])
    func aDefaultHasTheTypeOfItsColumn(_ option: String, _ message: String) async throws {
        try await ShopApp.run(.sqlite) { app in
            let outcome = try await app("makemigrations", "--default", option)
            #expect(outcome.code != 0)
            #expect(outcome.error.contains("is not valid: \(message)."), "\(outcome.error)")
        }
    }

    @Test func aDefaultNamesAColumn() async throws {
        try await ShopApp.run(.sqlite) { app in
            let outcome = try await app("makemigrations", "--default", "product.colour=red")
            #expect(outcome.error.contains("The models have no column 'product.colour'."))
        }
    }

    // MARK: Branches

    @Test func branchesAreAConflict() async throws {
        try await ShopApp.run(.sqlite, history: "branches") { app in
            for command in [["makemigrations"], ["migrate"], ["check"]] {
                let outcome = try await app.run(command)
                #expect(outcome.code == 1)
                #expect(
                    outcome.error == """
                        Error: conflicting migrations: Migration0004Size and Migration0004Colour have no migration after them
                        help: run 'makemigrations --merge' to write a migration that joins them

                        """)
            }
        }
    }

    @Test func mergeWritesAMigrationAfterBothBranches() async throws {
        try await ShopApp.run(.sqlite, history: "branches") { app in
            let outcome = try await app("makemigrations", "--merge", "--directory", "Migrations")
            #expect(outcome.code == 0)
            #expect(
                try written("0005_merge.swift", by: app) == """
                    import Concord

                    struct Migration0005Merge: Migration {
                        static let dependencies: [any Migration.Type] = [Migration0004Size.self, Migration0004Colour.self]
                        static let operations: [MigrationOperation] = []
                    }

                    """)
            #expect(
                try written("Migrations.swift", by: app).contains(
                    "Migration0004Colour.self,\n        Migration0005Merge.self"))
        }
    }

    @Test func mergeRefusesBranchesThatChangeTheSameColumn() async throws {
        try await ShopApp.run(.sqlite, history: "clashing") { app in
            let outcome = try await app("makemigrations", "--merge", "--directory", "Migrations")
            #expect(outcome.code == 1)
            #expect(
                outcome.output
                    == "error: Migration0004Colour and Migration0004Shade both change or use the column 'colour' of 'item'\n"
            )
            #expect(!FileManager.default.fileExists(atPath: app.folder.appending(path: "Migrations").path))
        }
    }

    @Test func mergeNeedsBranches() async throws {
        try await ShopApp.run(.sqlite, history: "linear") { app in
            let outcome = try await app("makemigrations", "--merge")
            #expect(outcome.code == 0)
            #expect(outcome.output == "No conflicts.\n")
        }
    }

    // MARK: Squashing

    @Test func squashWritesOneMigration() async throws {
        try await ShopApp.run(.sqlite, history: "linear") { app in
            let outcome = try await app("squashmigrations", "1", "3", "--directory", "Migrations")
            #expect(outcome.code == 0, "\(outcome.error)")
            #expect(outcome.output.hasPrefix("10 operations became 9.\nwrote "))
            #expect(
                outcome.output.hasSuffix(
                    """
                    note: the code of Migration0002Parts.operations[2] is not copied; move it by hand
                    note: the code of Migration0003ItemTitle.operations[5] is not copied; move it by hand

                    """))
            let text = try written("0001_squashed_0003.swift", by: app)
            let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Squashed.txt")
            let difference = try GoldenFile(golden.path(percentEncoded: false)).difference(from: text)
            #expect(difference == nil, "\(difference ?? "")")
        }
    }

    @Test(arguments: [
        (["3", "1"], "Migration0001Item does not depend on Migration0003ItemTitle"),
        (["9"], "no migration '9'"),
        (["1"], "at least two migrations are required, not only Migration0001Item"),
    ])
    func squashRefuses(_ arguments: [String], _ message: String) async throws {
        try await ShopApp.run(.sqlite, history: "linear") { app in
            let outcome = try await app.run(["squashmigrations"] + arguments)
            #expect(outcome.code == 1)
            #expect(outcome.error.hasPrefix("Error: \(message)"), "\(outcome.error)")
        }
    }
}
