import Concord
import ConcordPostgreSQL
import ConcordSQLite
import ConcordTestDatabases
import ConcordTesting
import Foundation
import Synchronization
import Testing

@testable import ConcordUsers

/// Sessions in signed cookies.
@Suite struct SignedSessionTests {
    /// The time of the app.
    private final class Clock: Sendable {
        private let date = Mutex(Date(timeIntervalSince1970: 1_800_000_000))

        func now() -> Date { date.withLock { $0 } }
        func advance(days: Double) { date.withLock { $0 += days * 86_400 } }
    }

    private let clock = Clock()

    private func app(in database: Database? = nil, secret: String = "s3cret") async throws -> TestApp {
        let change: @Sendable (inout AppConfiguration) -> Void = { [clock] app in
            app.users.sessions.store = .signedCookie
            app.environment.secretKey = secret
            app.environment.now = { clock.now() }
        }
        guard let database else { return try await TestApp(change) }
        return TestApp(in: database, change)
    }

    private func account(_ app: TestApp, _ browser: Browser) async throws -> TestResponse {
        try await app.client.get("/auth/user", headers: browser.headers)
    }

    @Test func signsInAndOut() async throws {
        let app = try await app()
        try await app.user("ada")
        let login = try await app.client.post(
            "/auth/login", json: ["username": "ada", "password": .string(TestApp.password)])
        let cookie = try #require(login.headers["Set-Cookie"])
        for attribute in ["Path=/", "HttpOnly", "Secure", "SameSite=Lax", "Max-Age=7776000"] {
            #expect(cookie.contains("; \(attribute)"))
        }
        let browser = try Browser(login)
        let account = try await account(app, browser)
        #expect(account.json == login.json)
        #expect(account.headers["Set-Cookie"] == nil)
        #expect(try await app.run { try await Session.objects.count() } == 0)
        let logout = try await app.client.send(.post, "/auth/logout", headers: browser.headers)
        #expect(logout.status == 204)
        #expect(logout.headers["Set-Cookie"]?.hasPrefix("sessionid=; Path=/; Max-Age=0") == true)
    }

    /// A session that an attacker has planted in the browser never becomes that of the user who signs in.
    @Test func eachSignInHasAnotherSession() async throws {
        let app = try await app()
        try await app.user("ada")
        try await app.user("eve")
        let planted = try await app.signIn("eve")
        let login = try await app.client.send(
            .post, "/auth/login", headers: planted.headers,
            json: ["username": "ada", "password": .string(TestApp.password)])
        let browser = try Browser(login)
        #expect(browser.cookie != planted.cookie && browser.csrfToken != planted.csrfToken)
        #expect(try await account(app, planted).json["username"] == "eve")
        #expect(try await account(app, browser).json["username"] == "ada")
    }

    @Test func refusesWhatTheAppHasNotSigned() async throws {
        let app = try await app()
        try await app.user("ada")
        try await app.user("eve")
        let browser = try await app.signIn("eve")
        let value = browser.cookie.dropFirst("sessionid=".count)
        let parts = value.split(separator: ".").map(String.init)
        var base64 = parts[0].replacing("-", with: "+").replacing("_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.count % 4) % 4)
        let text = String(decoding: try #require(Data(base64Encoded: base64)), as: UTF8.self)
        #expect(text.hasPrefix("2:"))
        let forged = Data(("1:" + text.dropFirst(2)).utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        let other = try await self.app(in: app.database, secret: "other").signIn("ada")
        let changed = String(parts[1].dropLast()) + (parts[1].hasSuffix("A") ? "B" : "A")
        for cookie in [
            "sessionid=\(forged).\(parts[1])", "sessionid=\(forged)", "sessionid=\(parts[0]).",
            "sessionid=\(parts[0]).\(changed)", "sessionid=", "sessionid=planted", other.cookie,
        ] {
            let response = try await app.client.get("/auth/user", headers: ["Cookie": cookie])
            #expect(response.status == 401, "\(cookie)")
            #expect(response.headers["Set-Cookie"] == nil)
        }
        #expect(try await account(app, browser).status == 200)
    }

    @Test func endsWhenIdle() async throws {
        let app = try await app()
        try await app.user("ada")
        let browser = try await app.signIn("ada")
        clock.advance(days: 13)
        #expect(try await account(app, browser).status == 200)
        clock.advance(days: 1.1)
        #expect(try await account(app, browser).status == 401)
    }

    /// A session that is used gets a new cookie, but not beyond its lifetime.
    @Test func endsAfterItsLifetime() async throws {
        let app = try await app()
        try await app.user("ada")
        var cookie = try await app.signIn("ada").cookie
        for days in stride(from: 10, to: 90, by: 10) {
            clock.advance(days: 10)
            let response = try await app.client.get("/auth/user", headers: ["Cookie": cookie])
            #expect(response.status == 200)
            let renewed = try #require(response.headers["Set-Cookie"])
            #expect(renewed.contains("; Max-Age=\((90 - days) * 86_400); HttpOnly; SameSite=Lax; Secure"))
            #expect(response.headers["Cache-Control"] == "private")
            cookie = String(renewed.prefix { $0 != ";" })
        }
        clock.advance(days: 10)
        #expect(try await app.client.get("/auth/user", headers: ["Cookie": cookie]).status == 401)
    }

    @Test func signsOutEverywhere() async throws {
        try await PostgreSQLServer.shared.run(tablesOf: Users.models + [Note.self]) { url in
            let database = Database(try PostgreSQLDatabase(url: url))
            for app in [try await app(), try await app(in: database)] {
                try await app.user("ada")
                try await app.user("bob")
                let (phone, desk, other) = (
                    try await app.signIn("ada"), try await app.signIn("ada"), try await app.signIn("bob")
                )
                let logout = try await app.client.send(.post, "/auth/logout?everywhere=true", headers: desk.headers)
                #expect(logout.status == 204)
                #expect(try await account(app, phone).status == 401)
                #expect(try await account(app, desk).status == 401)
                #expect(try await account(app, other).status == 200)
                #expect(try await account(app, app.signIn("ada")).status == 200)
            }
            try await database.close()
        }
    }

    @Test func aNewPasswordEndsTheOtherSessions() async throws {
        let app = try await app()
        let ada = try await app.user("ada")
        let phone = try await app.signIn("ada")
        let desk = try await app.signIn("ada")
        let change = try await app.client.send(
            .post, "/auth/password", headers: desk.headers,
            json: ["currentPassword": .string(TestApp.password), "newPassword": "staple correct battery"])
        #expect(change.status == 204)
        let cookie = try #require(change.headers["Set-Cookie"]?.split(separator: ";").first)
        for earlier in [phone, desk] { #expect(try await account(app, earlier).status == 401) }
        // The page continues to use its token.
        let headers: TestClient.Headers = ["Cookie": String(cookie), "X-CSRFToken": desk.csrfToken]
        let patch = try await app.client.send(.patch, "/auth/user", headers: headers, json: ["firstName": "Ada"])
        #expect(patch.status == 200)
        try await app.run { try await ada.setPassword("battery staple correct") }
        #expect(try await app.client.get("/auth/user", headers: headers).status == 401)
    }

    @Test func requestsOfOtherSitesAreRefused() async throws {
        let app = try await app()
        try await app.user("ada")
        let browser = try await app.signIn("ada")
        for headers in [
            ["Cookie": browser.cookie], ["Cookie": browser.cookie, "X-CSRFToken": "x"],
            ["Cookie": browser.cookie, "X-CSRFToken": browser.csrfToken, "Origin": "https://evil.example"],
        ] as [TestClient.Headers] {
            let response = try await app.client.send(.patch, "/auth/user", headers: headers, json: ["firstName": "X"])
            #expect(response.status == 403)
        }
    }

    @Test func onlyActiveUsersHaveSessions() async throws {
        let app = try await app()
        let ada = try await app.user("ada")
        let browser = try await app.signIn("ada")
        _ = try await app.run { try await User.objects.update(.set(\.isActive, to: false)) }
        #expect(try await account(app, browser).status == 401)
        try await app.run { try await ada.delete() }
        try await app.user("bob")
        #expect(try await account(app, browser).status == 401)
    }

    /// Keys of the other store don't authenticate anyone.
    @Test func theStoresAreSeparate() async throws {
        let signing = try await app()
        let storing = TestApp(in: signing.database)
        try await signing.user("ada")
        let (signed, stored) = (try await signing.signIn("ada"), try await storing.signIn("ada"))
        #expect(try await account(signing, stored).status == 401)
        #expect(try await account(storing, signed).status == 401)
    }

    @Test func aRequestIsCheckedByOneStatement() async throws {
        let driver = CountingDriver(try SQLiteDatabase(path: ":memory:"))
        let database = Database(driver)
        try await database.createTables(for: Users.models + [Note.self])
        let app = try await app(in: database)
        try await app.user("ada")
        let browser = try await app.signIn("ada")
        clock.advance(days: 1)
        driver.forget()
        #expect(try await account(app, browser).status == 200)
        #expect(driver.statements.count == 1, "\(driver.statements)")
    }
}
