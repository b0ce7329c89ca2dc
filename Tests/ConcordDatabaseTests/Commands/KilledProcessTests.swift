import Concord
import ConcordDatabase
import Foundation
import Testing

/// If the system kills a process at any moment, everything that it has acknowledged is stored, and nothing is half
/// done.
@Suite struct KilledProcessTests {
    @Test(arguments: TestDatabase.allCases)
    func whatIsAcknowledgedIsStored(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind, history: "initial") { app in
            try await app.migrate()
            var acknowledged: Set<String> = []
            var random = SeededGenerator(seed: 7)
            for _ in 0..<6 {
                let writer = try app.start("insert-products", "1000000")
                for _ in 0..<Int.random(in: 1...30, using: &random) {
                    acknowledged.insert(try #require(await writer.line()))
                }
                acknowledged.formUnion(await writer.kill())
                try await expectStored(acknowledged, by: app)
            }
        }
    }

    private func expectStored(_ names: Set<String>, by app: ShopApp) async throws {
        try await app.withDatabase { database in
            let stored: [String] = try await database.rows("SELECT name FROM product")
            #expect(names.isSubset(of: stored))
            // The product, its tag and the pair of them are stored together.
            let tags: [String] = try await database.rows("SELECT word FROM tag")
            let pairs: [String] = try await database.rows(
                "SELECT p.name FROM product p JOIN product_tags t ON t.product = p.id AND t.tag = p.name")
            #expect(Set(stored) == Set(tags))
            #expect(Set(stored) == Set(pairs))
        }
    }

    private static let lines = [
        "applied: Migration0001Item", "row 1", "row 13", "row 40", "applied: Migration0002Parts", "almost done",
        "applied: Migration0003ItemTitle",
    ]

    @Test(arguments: TestDatabase.allCases)
    func aMigrationIsAppliedAsAWholeOrNotAtAll(_ kind: TestDatabase) async throws {
        let schemas = try await schemas(kind)
        for line in Self.lines {
            try await ShopApp.run(kind, history: "linear") { app in
                let migrating = try app.start("migrate")
                while let next = await migrating.line(), next != line {}
                _ = await migrating.kill()
                let applied = try await app.withDatabase { database in
                    let count = try await MigrationRunner(database, []).applied().count
                    let rows: [Int] = count < 2 ? [0] : try await database.rows("SELECT count(*) FROM item")
                    #expect(rows == [count < 2 ? 0 : 40])
                    return count
                }
                #expect(try await app.schema() == schemas[applied], "killed at '\(line)'")
                try await app.migrate()
                #expect(try await app.schema() == schemas.last)
            }
        }
    }

    /// The schemas after no migration, after the first one, and so on.
    private func schemas(_ kind: TestDatabase) async throws -> [[String]] {
        var schemas: [[String]] = []
        try await ShopApp.run(kind, history: "linear") { app in
            for target in ["zero", "1", "2", "3"] {
                let outcome = try await app("migrate", target)
                #expect(outcome.code == 0)
                schemas.append(try await app.schema())
            }
        }
        return schemas
    }

    @Test(arguments: TestDatabase.allCases)
    func processesThatMigrateAtTheSameTimeApplyEachMigrationOnce(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind, history: "linear") { app in
            let processes = try (0..<4).map { _ in try app.start("migrate") }
            var lines: [String] = []
            for process in processes {
                lines += await process.rest()
                #expect(process.code == 0)
            }
            let names = ["Migration0001Item", "Migration0002Parts", "Migration0003ItemTitle"]
            #expect(lines.filter { $0.hasPrefix("applied: ") }.sorted() == names.map { "applied: \($0)" })
            #expect(lines.filter { $0 == "row 40" }.count == 1)
            let rows: [Int] = try await app.withDatabase { try await $0.rows("SELECT count(*) FROM part") }
            #expect(rows == [40])
        }
    }
}
