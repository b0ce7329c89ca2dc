import Concord
import ConcordTesting
import Foundation
import Testing

@testable import ConcordUsers

/// Failed attempts to sign in.
@Suite struct SignInTests {
    private func attempt(_ app: TestApp, _ name: String, _ password: String) async throws -> TestResponse {
        try await app.client.post("/auth/login", json: ["username": .string(name), "password": .string(password)])
    }

    /// The response doesn't reveal who has an account.
    @Test func everyFailureLooksTheSame() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        try await app.user("old") { $0.isActive = false }
        let unknown = try await attempt(app, "nobody", "x")
        #expect(unknown.status == 401)
        #expect(unknown.json["detail"] == "The username or password is incorrect.")
        for response in [try await attempt(app, "ada", "x"), try await attempt(app, "old", TestApp.password)] {
            #expect(response.status == unknown.status)
            #expect(response.text == unknown.text)
            #expect(response.headersOfContent == unknown.headersOfContent)
        }
    }

    /// A password is also hashed for an unknown user, so the duration doesn't reveal who has an account. Here, hashing
    /// is impossible.
    @Test func anUnknownUserCostsAHash() async throws {
        let app = try await TestApp { $0.users.passwords.hashing = .scrypt(rounds: 3) }
        #expect(try await attempt(app, "nobody", "x").status == 500)
    }

    @Test func tooManyFailuresOfAnAccountAreThrottled() async throws {
        let app = try await TestApp { $0.users.signIn.failuresPerAccount = 3 }
        try await app.user("ada")
        for _ in 1...3 { #expect(try await attempt(app, "ada", "x").status == 401) }
        let refused = try await attempt(app, "ada", TestApp.password)
        #expect(refused.status == 429)
        #expect(refused.headers["Retry-After"] == "900")
        #expect(try await attempt(app, "eve", "x").status == 401)
        // An unknown account is throttled like a known one.
        for _ in 1...3 { _ = try await attempt(app, "nobody", "x") }
        #expect(try await attempt(app, "nobody", "x").status == 429)
    }

    @Test func tooManyFailuresFromAnAddressAreThrottled() async throws {
        let app = try await TestApp {
            $0.users.signIn.failuresPerAddress = 3
            $0.proxyCount = 1
        }
        try await app.user("ada")
        func attempt(_ name: String, from address: String) async throws -> TestResponse {
            try await app.client.send(
                .post, "/auth/login", headers: ["X-Forwarded-For": "203.0.113.9, \(address)"],
                json: ["username": .string(name), "password": .string(TestApp.password)])
        }
        for name in ["a", "b", "c"] { #expect(try await attempt(name, from: "192.0.2.1").status == 401) }
        #expect(try await attempt("ada", from: "192.0.2.1").status == 429)
        #expect(try await attempt("ada", from: "192.0.2.2").status == 200)
    }

    /// Concurrent attempts are counted before their passwords are checked.
    @Test func parallelAttemptsCountToo() async throws {
        let app = try await TestApp { $0.users.signIn.failuresPerAccount = 5 }
        try await app.user("ada")
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...20 { group.addTask { try await attempt(app, "ada", "x").status.code } }
            return try await group.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(statuses[401, default: 0] <= 5)
        #expect(statuses[429, default: 0] >= 15)
    }

    @Test func aSuccessClearsTheFailures() async throws {
        let app = try await TestApp { $0.users.signIn.failuresPerAccount = 3 }
        try await app.user("ada")
        for _ in 1...3 {
            for _ in 1...2 { #expect(try await attempt(app, "ada", "x").status == 401) }
            #expect(try await attempt(app, "ada", TestApp.password).status == 200)
        }
    }

    @Test func theAuditLogHasEachAttempt() async throws {
        let app = try await TestApp()
        let ada = try await app.user("ada")
        _ = try await attempt(app, "nobody", "x")
        _ = try await attempt(app, "ada", TestApp.password)
        let log = try await app.run { try await SignInAttempt.objects.order(by: .ascending(\.id)).fetch() }
        #expect(log.map(\.username) == ["nobody", "ada"])
        #expect(log.map(\.outcome) == [.failed, .succeeded])
        #expect(log.map(\.user) == [nil, ada.id])
        let user = try await app.run { try await User.objects.get { $0.id == ada.id } }
        #expect(user.lastLogin != nil)
    }

    /// Spaces around a name, and characters that only look different, don't create a different name.
    @Test func namesAreNormalized() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        #expect(try await attempt(app, " ada ", TestApp.password).status == 200)
        #expect(try await attempt(app, "\u{FF41}da", TestApp.password).status == 200)
    }

    /// A hash with other parameters, such as Django's, is replaced when its user signs in.
    @Test func outdatedHashesAreUpgraded() async throws {
        let app = try await TestApp()
        let ada = try await app.user("ada")
        let old = try PasswordHash(of: TestApp.password, .pbkdf2SHA256(iterations: 1000)).text
        _ = try await app.run { try await Password.objects.update(.set(\.hash, to: old)) }
        #expect(try await attempt(app, "ada", "x").status == 401)
        #expect(try await app.run { try await Password.objects.get().hash } == old)
        #expect(try await attempt(app, "ada", TestApp.password).status == 200)
        let new = try await app.run { try await Password.objects.get { $0.user == ada.id }.hash }
        #expect(new.hasPrefix("scrypt$16$"))
        #expect(try await attempt(app, "ada", TestApp.password).status == 200)
    }
}
