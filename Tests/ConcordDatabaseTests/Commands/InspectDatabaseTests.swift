import ConcordGoldens
import Foundation
import Testing

/// `inspectdb` as a user runs it, with databases that Concord didn't create.
@Suite struct InspectDatabaseTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    @Test(arguments: TestDatabase.allCases)
    func writesModelsOfADatabaseOfOthers(_ kind: TestDatabase) async throws {
        let script = try String(
            contentsOf: Self.folder.appending(path: "Inspected/\(kind.rawValue).sql"), encoding: .utf8)
        try await ShopApp.run(kind) { app in
            let executed = try await app("dbshell", input: script)
            #expect(executed.code == 0)
            #expect(!executed.error.localizedCaseInsensitiveContains("error"), "\(executed.error)")
            let outcome = try await app("inspectdb")
            #expect(outcome.code == 0, "\(outcome.error)")
            let golden = GoldenFile(
                Self.folder.appending(path: "Inspected/\(kind.rawValue).txt").path(percentEncoded: false))
            let difference = try golden.difference(from: outcome.output)
            #expect(difference == nil, "\(difference ?? "")")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func writesTheModelsOfAnApp(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind, history: "initial") { app in
            try await app.migrate()
            let outcome = try await app("inspectdb", "--output", "Models.swift")
            #expect(outcome.code == 0, "\(outcome.error)")
            let text = try String(contentsOf: app.folder.appending(path: "Models.swift"), encoding: .utf8)
            let golden = GoldenFile(Self.folder.appending(path: "Inspected/shop.txt").path(percentEncoded: false))
            // Both databases store the same rules.
            let difference = try golden.difference(from: text)
            #expect(difference == nil, "\(difference ?? "")")
        }
    }

    @Test func takesAnotherDatabaseThanTheApps() async throws {
        try await ShopApp.run(.postgreSQL, history: "linear") { app in
            try await app.migrate()
            var other = ShopApp(url: "", folder: app.folder)
            other.history = "linear"
            let outcome = try await other("inspectdb", app.url)
            #expect(outcome.output.contains("struct Part {"))
            #expect(!FileManager.default.fileExists(atPath: app.folder.appending(path: "db.sqlite3").path))
        }
    }
}
