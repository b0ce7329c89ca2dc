import Concord
import ConcordTesting
import Foundation
import Testing

@testable import ConcordUsers

/// Tokens of programs.
@Suite struct TokenTests {
    @Test func isIssuedUsedAndRevoked() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        let issued = try await app.client.post(
            "/auth/token", json: ["username": "ada", "password": .string(TestApp.password)])
        #expect(issued.status == 201)
        guard case .string(let key)? = issued.json["token"] else { throw Problem(500, issued.text) }
        #expect(key.hasPrefix("concord_"))
        let headers: TestClient.Headers = ["Authorization": "Bearer \(key)"]
        #expect(try await app.client.get("/auth/user", headers: headers).json["username"] == "ada")
        let stored = try await app.run { try await Token.objects.get() }
        #expect(!key.contains(stored.keyHash))
        #expect(stored.lastUsed != nil)
        #expect(try await app.client.delete("/auth/token", headers: headers).status == 204)
        #expect(try await app.client.get("/auth/user", headers: headers).status == 401)
    }

    @Test func expires() async throws {
        let app = try await TestApp()
        let headers = try await app.token(try await app.user("ada"))
        _ = try await app.run { try await Token.objects.update(.set(\.expires, to: Date(timeIntervalSinceNow: -1))) }
        #expect(try await app.client.get("/auth/user", headers: headers).status == 401)
    }

    @Test func grantsItsScopesAlone() async throws {
        let app = try await TestApp()
        let ada = try await app.user("ada")
        try await app.run { try await ada.grant("read_reports") }
        let narrow = try await app.client.get("/reports", headers: app.token(ada))
        #expect(narrow.status == 403)
        #expect(narrow.json["detail"] == "The credentials lack the scope reports:read.")
        let wide = try await app.client.get("/reports", headers: app.token(ada, ["reports:read", "other"]))
        #expect(wide.json == "ada")
    }

    /// An app's own scheme finds tokens in a different place. Passwords work as Basic credentials.
    @Test func otherSchemesVerifyTokensAndPasswords() async throws {
        let app = try await TestApp()
        let ada = try await app.user("ada")
        let (_, key) = try await app.run { try await Token.create(for: ada, lifetime: nil) }
        #expect(try await app.client.get("/keyed", headers: ["X-API-Key": key]).json == "ada")
        #expect(try await app.client.get("/keyed", headers: ["X-API-Key": "concord_x"]).status == 401)
        let basic = Data("ada:\(TestApp.password)".utf8).base64EncodedString()
        #expect(try await app.client.get("/keyed", headers: ["Authorization": "Basic \(basic)"]).json == "ada")
        let wrong = Data("ada:x".utf8).base64EncodedString()
        #expect(try await app.client.get("/keyed", headers: ["Authorization": "Basic \(wrong)"]).status == 401)
    }
}
