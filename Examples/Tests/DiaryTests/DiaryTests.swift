import Concord
import ConcordAdmin
import ConcordTesting
import ConcordUsers
import Testing

@testable import Diary

struct DiaryTests {
    private let password = "correct horse battery"

    /// Runs a test with two users.
    private func withUsers(_ test: @escaping @Sendable (TestClient) async throws -> Void) async throws {
        let database = try await Database(url: "sqlite::memory:")
        try await database.createTables(for: Users.models + Admin.models + [Entry.self])
        var app = try await DiaryAPI.served.configuration()
        app.environment.database = database
        // The cost is for attackers, not for tests.
        app.users.passwords.hashing = .scrypt(rounds: 16, blockSize: 1, parallelism: 1)
        let environment = app.environment
        try await environment.run {
            for name in ["ada", "bob"] { try await User.create(name, password: password) }
        }
        try await TestClient.serving(DiaryAPI.self, configure: { $0.environment = environment }, test)
    }

    private func token(of name: String, _ client: TestClient) async throws -> TestClient.Headers {
        let issued = try await client.post(
            "/auth/token", json: ["username": .string(name), "password": .string(password)])
        guard case .string(let token)? = issued.json["token"] else { throw Problem(issued.status, issued.text) }
        return ["Authorization": "Bearer \(token)"]
    }

    @Test func everybodyHasADiary() async throws {
        try await withUsers { client in
            let ada = try await token(of: "ada", client)
            let bob = try await token(of: "bob", client)
            let entry = try await client.post("/entries", headers: ada, json: ["text": "Rain.", "author": 2])
            #expect(entry.status == 201)
            #expect(entry.json["author"] == 1)
            guard case .string(let id)? = entry.json["id"] else { throw Problem(500) }
            let own = try await client.get("/entries", headers: ada)
            #expect(own.json["results"] == [entry.json])
            let others = try await client.get("/entries", headers: bob)
            #expect(others.json["count"] == 0)
            let deleted = try await client.delete("/entries/\(id)", headers: bob)
            #expect(deleted.status == 404)
            let anonymous = try await client.get("/entries")
            #expect(anonymous.status == 401)
        }
    }

    @Test func theAdminAsksToSignIn() async throws {
        try await withUsers { client in
            let page = try await client.get("/admin")
            #expect(page.status == 200)
            #expect(page.text.contains("<h1>Sign in</h1>"))
        }
    }

    @Test func aBrowserSignsIn() async throws {
        try await withUsers { client in
            let login = try await client.post(
                "/auth/login", json: ["username": "ada", "password": .string(password)])
            #expect(login.status == 200)
            guard case .string(let csrfToken)? = login.json["csrfToken"],
                let cookie = login.headers["Set-Cookie"]?.split(separator: ";").first
            else { throw Problem(500, login.text) }
            let refused = try await client.post("/entries", headers: ["Cookie": "\(cookie)"], json: ["text": "Sun."])
            #expect(refused.status == 403)
            let entry = try await client.post(
                "/entries", headers: ["Cookie": "\(cookie)", "X-CSRFToken": csrfToken], json: ["text": "Sun."])
            #expect(entry.status == 201)
        }
    }

    @Test func documentsTheViewsOfUsers() async throws {
        try await withUsers { client in
            let document = try await client.get("/openapi.yaml")
            for path in ["/auth/login:", "/auth/token:", "/auth/user:", "/entries/{id}:"] {
                #expect(document.text.contains("\n  \(path)"))
            }
        }
    }
}
