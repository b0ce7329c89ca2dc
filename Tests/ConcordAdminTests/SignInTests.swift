import Concord
import ConcordTesting
import ConcordUsers
import Testing

@testable import ConcordAdmin

/// Signing in to the admin.
@Suite struct SignInTests {
    @Test func visitorsAreAskedToSignInAndComeBack() async throws {
        let app = try await AdminApp()
        try await app.user("ada", isSuperuser: true)
        let refused = try await app.client.get("/admin/models/station?q=a")
        #expect(refused.status == 303)
        #expect(refused.headers["Location"] == "/admin/login?next=%2Fadmin%2Fmodels%2Fstation%3Fq%3Da")
        let page = try await app.client.get("/admin/login?next=%2Fadmin%2Fmodels%2Fstation%3Fq%3Da")
        #expect(page.hidden("next") == "/admin/models/station?q=a")
        let response = try await app.client.form(
            "/admin/login",
            ["username": "ada", "password": AdminApp.password, "next": "/admin/models/station?q=a"])
        #expect(response.headers["Location"] == "/admin/models/station?q=a")
        let cookie = try #require(response.headers["Set-Cookie"])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Secure"))
    }

    @Test(arguments: [
        "https://evil.example", "//evil.example", "/admin//evil.example", "/adminevil", "/admin/\\evil.example",
        "javascript:alert(1)", "/admin/../evil", "/admin/\r\nX: y", "",
    ])
    func noAddressLeadsToAnotherSite(_ next: String) async throws {
        let app = try await AdminApp()
        try await app.user("ada", isSuperuser: true)
        let response = try await app.client.form(
            "/admin/login", ["username": "ada", "password": AdminApp.password, "next": next])
        #expect(response.status == 303)
        #expect(response.headers["Location"] == "/admin")
    }

    @Test func onlyActiveStaffGetsIn() async throws {
        let app = try await AdminApp()
        try await app.run { _ = try await User.create("bob", password: AdminApp.password) }
        let refused = try await app.client.form("/admin/login", ["username": "bob", "password": AdminApp.password])
        #expect(refused.status == 401)
        #expect(refused.headers["Set-Cookie"] == nil)
        let wrong = try await app.client.form("/admin/login", ["username": "eve", "password": "x"])
        #expect(wrong.status == 401)
        let message = "The username or password is incorrect, or the account can&#39;t use this site."
        #expect(wrong.text.contains(message) && refused.text.contains(message))
    }

    @Test func aSessionEndsWithTheRightToUseTheSite() async throws {
        let app = try await AdminApp()
        let ada = try await app.user("ada", isSuperuser: true)
        let visitor = try await app.signIn("ada")
        #expect(try await visitor.get("/admin").status == 200)
        _ = try await app.run {
            try await User.objects.filter { $0.id == ada.id }.update(.set(\.isStaff, to: false))
        }
        #expect(try await visitor.get("/admin").status == 403)
        #expect(try await visitor.get("/admin/models/station").status == 403)
    }

    @Test func signingInRotatesTheSession() async throws {
        let app = try await AdminApp()
        let first = try await app.signedIn()
        let second = try await app.client.form(
            "/admin/login", ["username": "ada", "password": AdminApp.password], cookie: first.cookie)
        #expect(second.status == 303)
        #expect(try await first.get("/admin").status == 303)
    }

    @Test func signingOutEndsTheSession() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        let response = try await visitor.submit("/admin", to: "/admin/logout", [:])
        #expect(response.headers["Location"] == "/admin/login")
        #expect(try await visitor.get("/admin").status == 303)
    }

    @Test func attemptsAreLimited() async throws {
        let app = try await AdminApp()
        try await app.user("ada", isSuperuser: true)
        for _ in 1...10 { _ = try await app.client.form("/admin/login", ["username": "ada", "password": "x"]) }
        let response = try await app.client.form("/admin/login", ["username": "ada", "password": AdminApp.password])
        #expect(response.status == 429)
        #expect(response.headers["Retry-After"] == "900")
    }

    @Test func changesNeedTheTokenOfTheSession() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        let token = try #require(try await visitor.get("/admin").hidden("csrfToken"))
        for fields in [["word": "high"], ["word": "high", "csrfToken": "x"]] as [KeyValuePairs<String, String>] {
            let response = try await app.client.form("/admin/models/topic/add", fields, cookie: visitor.cookie)
            #expect(response.status == 403)
        }
        let crossSite = try await app.client.send(
            .post, "/admin/models/topic/add",
            headers: [
                "Content-Type": "application/x-www-form-urlencoded", "Cookie": visitor.cookie,
                "Origin": "https://evil.example",
            ], bytes: Array("word=high&csrfToken=\(token)".utf8))
        #expect(crossSite.status == 403)
        let login = try await app.client.send(
            .post, "/admin/login",
            headers: ["Content-Type": "application/x-www-form-urlencoded", "Origin": "https://evil.example"],
            bytes: Array("username=ada&password=x".utf8))
        #expect(login.status == 403)
        #expect(try await app.run { try await Topic.objects.count() } == 0)
    }

    @Test func passwordsAreChangedHere() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        let refused = try await visitor.submit(
            "/admin/password", ["current": "x", "new": "12345678", "again": "1234567"])
        #expect(refused.status == 422)
        #expect(refused.text.contains("Is wrong") && refused.text.contains("Must not consist only of digits"))
        #expect(refused.text.contains("Must be the same as the new password"))
        let new = "staple battery correct"
        let changed = try await visitor.submit(
            "/admin/password", ["current": AdminApp.password, "new": new, "again": new])
        #expect(changed.status == 303)
        #expect(try await visitor.get("/admin").status == 200)
        _ = try await app.signIn("ada", password: new)
    }

    /// With signed cookies, a new password ends the other sessions, and the browser goes on with another cookie.
    @Test func sessionsCanBeSignedCookies() async throws {
        let app = try await AdminApp { $0.users.sessions.store = .signedCookie }
        let visitor = try await app.signedIn()
        #expect(try await visitor.get("/admin").status == 200)
        let new = "staple battery correct"
        let changed = try await visitor.submit(
            "/admin/password", ["current": AdminApp.password, "new": new, "again": new])
        let cookie = try #require(changed.headers["Set-Cookie"]?.split(separator: ";").first)
        #expect(try await visitor.get("/admin").status == 303)
        let goingOn = Visitor(client: app.client, cookie: String(cookie))
        #expect(try await goingOn.get("/admin").status == 200)
        let left = try await goingOn.submit("/admin", to: "/admin/logout", [:])
        #expect(left.headers["Set-Cookie"]?.hasPrefix("sessionid=; Path=/; Max-Age=0") == true)
    }

    @Test func pagesAllowNoForeignContent() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        let page = try await visitor.get("/admin")
        let policy = try #require(page.headers["Content-Security-Policy"])
        #expect(policy.hasPrefix("default-src 'none'") && !policy.contains("unsafe"))
        #expect(page.headers["Cache-Control"] == "no-store")
        let style = try await app.client.get("/admin/assets/admin.css")
        #expect(style.headers["Content-Type"] == "text/css; charset=utf-8")
        #expect(try await app.client.get("/admin/assets/other.css").status == 404)
    }
}
