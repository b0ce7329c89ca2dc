import Concord
import ConcordTesting
import Foundation
import Testing

@testable import ConcordUsers

/// Changing and resetting a password.
@Suite struct PasswordViewTests {
    private let new = "staple correct battery"

    @Test func changesThePasswordAndEndsOtherSessions() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        let phone = try await app.signIn("ada")
        let desk = try await app.signIn("ada")
        let wrong = try await app.client.post(
            "/auth/password", headers: desk.headers, json: ["currentPassword": "x", "newPassword": .string(new)])
        #expect(wrong.status == 400)
        #expect(wrong.json["errors"]?[0]?["pointer"] == "/currentPassword")
        let weak = try await app.client.post(
            "/auth/password", headers: desk.headers,
            json: ["currentPassword": .string(TestApp.password), "newPassword": "12345"])
        #expect(weak.status == 400)
        #expect(
            weak.json["errors"] == [
                ["in": "body", "pointer": "/newPassword", "message": "must have at least 8 characters"],
                ["in": "body", "pointer": "/newPassword", "message": "must not consist only of digits"],
            ])
        let changed = try await app.client.post(
            "/auth/password", headers: desk.headers,
            json: ["currentPassword": .string(TestApp.password), "newPassword": .string(new)])
        #expect(changed.status == 204)
        #expect(try await app.client.get("/auth/user", headers: desk.headers).status == 200)
        #expect(try await app.client.get("/auth/user", headers: phone.headers).status == 401)
        _ = try await app.signIn("ada", password: new)
    }

    @Test func resetsAForgottenPassword() async throws {
        let app = try await TestApp()
        try await app.user("ada", email: "Ada@example.org")
        let browser = try await app.signIn("ada")
        let asked = try await app.client.post("/auth/password-reset", json: ["email": "ada@EXAMPLE.org"])
        #expect(asked.status == 202)
        let mail = try await app.mailer.next()
        #expect(mail.purpose == .passwordReset)
        #expect(mail.address == "Ada@example.org")
        #expect(mail.text.contains(mail.key))
        func confirm(_ key: String, _ password: String) async throws -> TestResponse {
            try await app.client.post(
                "/auth/password-reset/confirm", json: ["key": .string(key), "newPassword": .string(password)])
        }
        #expect(try await confirm("wrong", new).json["errors"]?[0]?["message"] == "is not valid or has expired")
        // A password that violates a rule doesn't use up the key.
        #expect(try await confirm(mail.key, "12345").status == 400)
        #expect(try await confirm(mail.key, new).status == 204)
        #expect(try await confirm(mail.key, new).status == 400)
        #expect(try await app.client.get("/auth/user", headers: browser.headers).status == 401)
        _ = try await app.signIn("ada", password: new)
    }

    /// The response for an unknown address is the same.
    @Test func aResetTellsNothingAboutAccounts() async throws {
        let app = try await TestApp()
        try await app.user("ada", email: "ada@example.org")
        let known = try await app.client.post("/auth/password-reset", json: ["email": "ada@example.org"])
        let unknown = try await app.client.post("/auth/password-reset", json: ["email": "eve@example.org"])
        #expect(known.status == unknown.status)
        #expect(known.text == unknown.text)
        #expect(known.headersOfContent == unknown.headersOfContent)
    }

    @Test func aKeyIsVoidAfterItsTimeAndForAnotherAddress() async throws {
        let app = try await TestApp()
        let ada = try await app.user("ada", email: "ada@example.org")
        for outdate in [outdateKeys, changeAddress] {
            _ = try await app.client.post("/auth/password-reset", json: ["email": "ada@example.org"])
            let mail = try await app.mailer.next()
            try await app.run { try await outdate(ada) }
            let refused = try await app.client.post(
                "/auth/password-reset/confirm", json: ["key": .string(mail.key), "newPassword": .string(new)])
            #expect(refused.status == 400)
        }
    }

    private func outdateKeys(of user: User) async throws {
        try await OneTimeToken.objects.update(.set(\.expires, to: Date(timeIntervalSinceNow: -1)))
    }

    private func changeAddress(of user: User) async throws {
        try await User.objects.update(.set(\.email, to: "new@example.org"))
    }

    @Test func verifiesAnAddress() async throws {
        let app = try await TestApp()
        let ada = try await app.user("ada", email: "ada@example.org")
        let token = try await app.token(ada)
        #expect(try await app.client.send(.post, "/auth/email-verification", headers: token).status == 202)
        let mail = try await app.mailer.next()
        // A key for one purpose isn't valid for another one.
        let reset = try await app.client.post(
            "/auth/password-reset/confirm", json: ["key": .string(mail.key), "newPassword": .string(new)])
        #expect(reset.status == 400)
        let confirmed = try await app.client.post(
            "/auth/email-verification/confirm", json: ["key": .string(mail.key)])
        #expect(confirmed.status == 204)
        #expect(try await app.client.get("/auth/user", headers: token).json["isEmailVerified"] == true)
        let changed = try await app.client.patch("/auth/user", headers: token, json: ["email": "new@example.org"])
        #expect(changed.json["isEmailVerified"] == false)
    }
}
