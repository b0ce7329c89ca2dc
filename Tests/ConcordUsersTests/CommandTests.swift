import ArgumentParser
import Concord
import ConcordTesting
import Foundation
import Testing

@testable import ConcordServer
@testable import ConcordUsers

/// The commands of users, as the executable of an app runs them.
@Suite struct CommandTests {
    @Test func createsASuperuser() async throws {
        let app = try await TestApp()
        try await app.runCommand(
            CreateSuperuser.self, "--username", "ada", "--email", "ada@example.org", "--no-input",
            password: TestApp.password)
        let user = try await app.run { try await User.objects.get() }
        #expect(user.username == "ada" && user.isStaff && user.isSuperuser)
        _ = try await app.signIn("ada")
        let again = await #expect(throws: ValidationError.self) {
            try await app.runCommand(
                CreateSuperuser.self, "--username", "ada", "--no-input", password: TestApp.password)
        }
        #expect(again?.message == "A user 'ada' already exists.")
    }

    @Test func refusesAWeakPasswordAndAMissingOne() async throws {
        let app = try await TestApp()
        let weak = await #expect(throws: ValidationError.self) {
            try await app.runCommand(CreateSuperuser.self, "--username", "ada", "--no-input", password: "12345")
        }
        #expect(
            weak?.message
                == "The password must have at least 8 characters, and must not consist only of digits.")
        let missing = await #expect(throws: ValidationError.self) {
            try await app.runCommand(CreateSuperuser.self, "--username", "ada", "--no-input")
        }
        #expect(missing?.message == "Set the environment variable SUPERUSER_PASSWORD to the password.")
        #expect(try await app.run { try await User.objects.count() } == 0)
    }

    @Test func changesAPasswordAndEndsTheSessions() async throws {
        let app = try await TestApp()
        try await app.user("ada")
        let browser = try await app.signIn("ada")
        try await app.runCommand(ChangePassword.self, "ada", "--no-input", password: "staple correct battery")
        #expect(try await app.client.get("/auth/user", headers: browser.headers).status == 401)
        _ = try await app.signIn("ada", password: "staple correct battery")
        let unknown = await #expect(throws: ValidationError.self) {
            try await app.runCommand(ChangePassword.self, "eve", "--no-input")
        }
        #expect(unknown?.message == "No user 'eve'.")
    }

    @Test func createsATokenOfAUser() async throws {
        let app = try await TestApp()
        let ada = try await app.user("ada")
        try await app.runCommand(
            CreateToken.self, "ada", "--name", "backup", "--scope", "a", "--scope", "b", "--days", "2")
        let token = try await app.run { try await Token.objects.get() }
        #expect(token.user == ada.id && token.name == "backup" && token.scopes == ["a", "b"])
        #expect(try #require(token.expires) > Date(timeIntervalSinceNow: 86_400))
        let unknown = await #expect(throws: ValidationError.self) { try await app.runCommand(CreateToken.self, "eve") }
        #expect(unknown?.message == "No user 'eve'.")
    }

    @Test func clearsWhatIsNoLongerValid() async throws {
        let app = try await TestApp()
        let ada = try await app.user("ada")
        let kept = try await app.signIn("ada")
        let old = Date(timeIntervalSinceNow: -1)
        try await app.run {
            let ended = Session(id: "x", user: ada.id, created: old, lastUsed: old, expires: old)
            try await Session.objects.create(ended)
            try await Token.create(for: ada, lifetime: .seconds(-1))
            try await Token.create(for: ada, lifetime: nil)
        }
        try await app.runCommand(ClearSessions.self)
        #expect(try await app.run { try await Session.objects.count() } == 1)
        #expect(try await app.run { try await Token.objects.count() } == 1)
        #expect(try await app.client.get("/auth/user", headers: kept.headers).status == 200)
    }

    /// The executable of an app that installs `Users` has the commands.
    @Test func theExecutableHasTheCommands() async {
        let outcome = await AppCommand.run(["--help"], UsersAPI.served, UsersAPI.served.commands)
        for name in ["createsuperuser", "changepassword", "createtoken", "clearsessions"] {
            #expect(outcome.message.contains("\n  \(name)"))
        }
    }
}

extension TestApp {
    /// Runs a command in the app's environment, as the executable does.
    fileprivate func runCommand(
        _ type: (some AsyncParsableCommand).Type, _ arguments: String..., password: String? = nil
    ) async throws {
        var command = try type.parse(arguments)
        let variables = password.map { ["SUPERUSER_PASSWORD": $0] } ?? [:]
        try await Terminal.$variables.withValue(variables) {
            try await run { try await command.run() }
        }
    }
}
