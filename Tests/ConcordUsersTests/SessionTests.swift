import Concord
import ConcordSQLite
import ConcordTestDatabases
import ConcordTesting
import Foundation
import Testing

@testable import ConcordUsers

/// Signing in and out with a browser.
@Suite struct SessionTests {
    @Test func signsInAndOut() async throws {
        let app = try await TestApp()
        try await app.user("ada", email: "ada@example.org")
        let login = try await app.client.post(
            "/auth/login", json: ["username": "ada", "password": .string(TestApp.password)])
        #expect(login.status == 200)
        #expect(login.json["username"] == "ada")
        let cookie = try #require(login.headers["Set-Cookie"])
        #expect(cookie.hasPrefix("sessionid="))
        for attribute in ["Path=/", "HttpOnly", "Secure", "SameSite=Lax", "Max-Age=7776000"] {
            #expect(cookie.contains("; \(attribute)"))
        }
        let browser = try Browser(login)
        let account = try await app.client.get("/auth/user", headers: browser.headers)
        #expect(account.json == login.json)
        let logout = try await app.client.send(.post, "/auth/logout", headers: browser.headers)
        #expect(logout.status == 204)
        #expect(logout.headers["Set-Cookie"]?.hasPrefix("sessionid=; Path=/; Max-Age=0") == true)
        #expect(try await app.client.get("/auth/user", headers: browser.headers).status == 401)
    }

    @Test func theDatabaseHasNoKey() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        let browser = try await app.signIn("ada")
        let sessions = try await app.run { try await Session.objects.fetch() }
        #expect(sessions.count == 1)
        #expect(!browser.cookie.contains(sessions[0].id))
        #expect(sessions[0].id.count == 64)
    }

    /// The key of a session is never one that an attacker has planted in the browser.
    @Test func theKeyChangesAtEachSignIn() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        let planted = try await app.client.send(
            .post, "/auth/login", headers: ["Cookie": "sessionid=planted"],
            json: ["username": "ada", "password": .string(TestApp.password)])
        #expect(planted.headers["Set-Cookie"]?.contains("planted") == false)
        #expect(try await app.client.get("/auth/user", headers: ["Cookie": "sessionid=planted"]).status == 401)

        let first = try Browser(planted)
        let second = try await app.client.send(
            .post, "/auth/login", headers: first.headers,
            json: ["username": "ada", "password": .string(TestApp.password)])
        #expect(try Browser(second).cookie != first.cookie)
        #expect(try await app.client.get("/auth/user", headers: first.headers).status == 401)
    }

    @Test func signsOutEverywhere() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        let phone = try await app.signIn("ada")
        let desk = try await app.signIn("ada")
        let logout = try await app.client.send(.post, "/auth/logout?everywhere=true", headers: desk.headers)
        #expect(logout.status == 204)
        #expect(try await app.client.get("/auth/user", headers: phone.headers).status == 401)
    }

    @Test func endsWhenIdleAndAfterItsLifetime() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        for outdated in [Session.objects.assignment(lastUsed: 15), Session.objects.assignment(expires: 0)] {
            let browser = try await app.signIn("ada")
            #expect(try await app.client.get("/auth/user", headers: browser.headers).status == 200)
            _ = try await app.run { try await Session.objects.update(outdated) }
            #expect(try await app.client.get("/auth/user", headers: browser.headers).status == 401)
        }
    }

    @Test func aUseIsNoted() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        let browser = try await app.signIn("ada")
        let anHourAgo = Date(timeIntervalSinceNow: -3600)
        _ = try await app.run { try await Session.objects.update(.set(\.lastUsed, to: anHourAgo)) }
        _ = try await app.client.get("/auth/user", headers: browser.headers)
        let session = try await app.run { try await Session.objects.get() }
        #expect(session.lastUsed > Date(timeIntervalSinceNow: -600))
    }

    @Test func anInactiveUserIsSignedOut() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        let browser = try await app.signIn("ada")
        _ = try await app.run { try await User.objects.update(.set(\.isActive, to: false)) }
        #expect(try await app.client.get("/auth/user", headers: browser.headers).status == 401)
        let login = try await app.client.post(
            "/auth/login", json: ["username": "ada", "password": .string(TestApp.password)])
        #expect(login.status == 401)
    }

    /// One statement finds a session, or a token, and its user.
    @Test func aRequestIsCheckedByOneStatement() async throws {
        let driver = CountingDriver(try SQLiteDatabase(path: ":memory:"))
        let database = Database(driver)
        try await database.createTables(for: Users.models + [Note.self])
        let app = TestApp(in: database)
        let ada = try await app.user("ada")
        let token = try await app.token(ada)
        let browser = try await app.signIn("ada")
        for headers in [browser.headers, token] {
            // The first use of a token is recorded.
            _ = try await app.client.get("/auth/user", headers: headers)
            driver.forget()
            #expect(try await app.client.get("/auth/user", headers: headers).status == 200)
            #expect(driver.statements.count == 1, "\(driver.statements)")
        }
    }
}

extension QuerySet<Session> {
    fileprivate func assignment(lastUsed days: Double) -> Assignment<Session> {
        .set(\.lastUsed, to: Date(timeIntervalSinceNow: -days * 86_400))
    }

    fileprivate func assignment(expires seconds: Double) -> Assignment<Session> {
        .set(\.expires, to: Date(timeIntervalSinceNow: -seconds))
    }
}
