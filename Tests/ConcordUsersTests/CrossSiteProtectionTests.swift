import Concord
import ConcordTesting
import Testing

@testable import ConcordUsers

/// Requests that a page of another site makes a browser send.
@Suite struct CrossSiteProtectionTests {
    @Test func aRequestThatChangesSomethingNeedsTheTokenOfTheSession() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        try await app.user("eve")
        let browser = try await app.signIn("ada")
        let other = try await app.signIn("eve")
        let refused: [TestClient.Headers] = [
            ["Cookie": browser.cookie],
            ["Cookie": browser.cookie, "X-CSRFToken": ""],
            ["Cookie": browser.cookie, "X-CSRFToken": other.csrfToken],
            ["Cookie": browser.cookie, "X-CSRFToken": browser.csrfToken, "Origin": "https://evil.example"],
            ["Cookie": browser.cookie, "X-CSRFToken": browser.csrfToken, "Origin": "null"],
            ["Cookie": browser.cookie, "X-CSRFToken": browser.csrfToken, "Sec-Fetch-Site": "cross-site"],
        ]
        for headers in refused {
            let response = try await app.client.send(.patch, "/auth/user", headers: headers, json: ["firstName": "X"])
            #expect(response.status == 403, "\(headers)")
        }
        #expect(try await app.client.get("/auth/user", headers: ["Cookie": browser.cookie]).json["firstName"] == "")
        let accepted: TestClient.Headers = [
            "Cookie": browser.cookie, "X-CSRFToken": browser.csrfToken, "Origin": "http://localhost",
        ]
        let response = try await app.client.patch("/auth/user", headers: accepted, json: ["firstName": "Ada"])
        #expect(response.status == 200)
    }

    @Test func originsCanBeTrusted() async throws {
        let app = try await TestApp { $0.users.sessions.trustedOrigins = ["https://app.example"] }
        try await app.user("ada")
        let browser = try await app.signIn("ada")
        let response = try await app.client.patch(
            "/auth/user",
            headers: ["Cookie": browser.cookie, "X-CSRFToken": browser.csrfToken, "Origin": "https://app.example"],
            json: ["firstName": "Ada"])
        #expect(response.status == 200)
    }

    /// If a page could sign a visitor in as somebody else, its author would see the visitor's entries.
    @Test func noOtherSiteSignsIn() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        let response = try await app.client.send(
            .post, "/auth/login", headers: ["Origin": "https://evil.example"],
            json: ["username": "ada", "password": .string(TestApp.password)])
        #expect(response.status == 403)
        #expect(response.headers["Set-Cookie"] == nil)
    }

    /// A browser doesn't send a token by itself.
    @Test func tokensNeedNoProtection() async throws {
        let app = try await TestApp()
        let token = try await app.token(try await app.user("ada"))
        let response = try await app.client.patch("/auth/user", headers: token, json: ["firstName": "Ada"])
        #expect(response.status == 200)
    }
}
