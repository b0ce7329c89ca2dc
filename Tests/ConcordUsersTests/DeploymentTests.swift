import Concord
import Foundation
import Testing

@testable import ConcordServer
@testable import ConcordUsers

/// The findings of `check --deploy` about users.
@Suite struct DeploymentTests {
    private func findings(_ change: (inout AppConfiguration) -> Void) async throws -> [String] {
        var app = try await UsersAPI.served.configuration()
        app.users = UserSettings()
        app.users.mailer = MemoryMailer()
        change(&app)
        return try DeploymentFindings(UsersAPI.served, app).all.map(\.message)
    }

    /// Returns the findings that a change adds.
    private func newFindings(_ change: (inout AppConfiguration) -> Void) async throws -> [String] {
        let usual = try await findings { _ in }
        return try await findings(change).filter { !usual.contains($0) }
    }

    @Test func theDefaultsAreSafeButForTheMail() async throws {
        let app = AppConfiguration()
        #expect(
            Users.deploymentFindings(app).map(\.message) == [
                "Emails to users, including the keys that reset passwords, are written to the log."
            ])
    }

    @Test func reportsACookieWithoutHTTPS() async throws {
        #expect(
            try await newFindings {
                $0.users.sessions.isCookieSecure = false
                $0.users.sessions.trustedOrigins = ["http://app.example", "https://app.example"]
            } == [
                "Browsers send the cookie of a session over HTTP without TLS.",
                "Pages of http://app.example can use the sessions of users, and anyone on the network can change them.",
            ])
    }

    @Test func reportsSessionsThatAreSignedWithAWeakKey() async throws {
        for (key, findings) in [
            (nil, ["Sessions are signed with a key that the next start, or another instance, doesn't have."]),
            ("short", ["Sessions are signed with a key of fewer than 32 characters, which can be guessed."]),
            (String(repeating: "k", count: 32), []),
        ] as [(String?, [String])] {
            let found = try await newFindings {
                $0.users.sessions.store = .signedCookie
                if let key { $0.environment.secretKey = key }
            }
            #expect(found == findings)
        }
    }

    @Test(arguments: [PasswordHashing.scrypt(rounds: 1024), .pbkdf2SHA256(iterations: 260_000)])
    func reportsCheapHashes(_ hashing: PasswordHashing) async throws {
        #expect(
            try await newFindings { $0.users.passwords.hashing = hashing }
                == ["Passwords are hashed at a lower cost than OWASP recommends."])
    }

    @Test(arguments: [PasswordHashing.scrypt(), .scrypt(rounds: 131_072, parallelism: 1), .pbkdf2SHA256()])
    func acceptsOthers(_ hashing: PasswordHashing) async throws {
        #expect(try await newFindings { $0.users.passwords.hashing = hashing }.isEmpty)
    }

    @Test func reportsPasswordsThatCanBeGuessed() async throws {
        #expect(
            try await newFindings {
                $0.users.passwords.validators = []
                $0.users.signIn.failuresPerAccount = 1000
            } == [
                "Every password is accepted.", "A password can be guessed more than 100 times within minutes.",
            ])
    }
}
