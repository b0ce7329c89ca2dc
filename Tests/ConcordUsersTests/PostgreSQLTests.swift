import Concord
import ConcordPostgreSQL
import ConcordTestDatabases
import ConcordTesting
import Testing

@testable import ConcordUsers

/// Users in PostgreSQL.
@Suite struct PostgreSQLTests {
    private func run(_ test: (TestApp) async throws -> Void) async throws {
        try await PostgreSQLServer.shared.run(tablesOf: Users.models + [Note.self]) { url in
            let database = Database(try PostgreSQLDatabase(url: url))
            try await test(TestApp(in: database))
            try await database.close()
        }
    }

    @Test func signsInWithSessionsAndTokens() async throws {
        try await run { app in
            let ada = try await app.user("ada", email: "Ada@example.org")
            let browser = try await app.signIn("ada")
            let account = try await app.client.get("/auth/user", headers: browser.headers)
            #expect(account.json["username"] == "ada")
            let token = try await app.token(ada, ["reports:read"])
            #expect(try await app.client.get("/reports", headers: token).status == 403)
            let editors = try await app.run {
                try await ada.grant("read_reports")
                return try await Group.objects.create(Group(id: 0, name: "Editors", permissions: ["view_note"]))
            }
            try await app.run { try await ada.join(editors) }
            #expect(try await app.client.get("/reports", headers: token).json == "ada")
            #expect(try await app.client.get("/notes", headers: token).status == 200)
            _ = try await app.client.send(.post, "/auth/logout?everywhere=true", headers: browser.headers)
            #expect(try await app.client.get("/auth/user", headers: browser.headers).status == 401)
        }
    }

    @Test func resetsPasswordsAndCountsFailures() async throws {
        try await run { app in
            try await app.user("ada", email: "Ada@example.org")
            _ = try await app.client.post("/auth/password-reset", json: ["email": "ADA@example.org"])
            let key = try await app.mailer.next().key
            let confirmed = try await app.client.post(
                "/auth/password-reset/confirm",
                json: ["key": .string(key), "newPassword": "staple correct battery"])
            #expect(confirmed.status == 204)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...15 {
                    group.addTask {
                        try await app.client.post("/auth/login", json: ["username": "ada", "password": "x"]).status.code
                    }
                }
                return try await group.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
            }
            #expect(statuses[401, default: 0] <= 10)
            #expect(statuses[429, default: 0] >= 5)
        }
    }
}
