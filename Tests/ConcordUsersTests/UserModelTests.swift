import ArgumentParser
import Concord
import ConcordCommands
import ConcordDatabase
import ConcordPostgreSQL
import ConcordServer
import ConcordSQLite
import ConcordTestDatabases
import ConcordTesting
import Foundation
import Testing

@testable import ConcordUsers

/// An app whose users have fields of their own.
@Suite struct UserModelTests {
    private static let models: [any Model.Type] = [Club.self, Member.self] + Users.models

    /// The app with a database.
    private struct MembersApp {
        let database: Database
        let client: TestClient

        init(in database: Database) {
            self.database = database
            client = TestClient(MembersAPI.self) { $0.environment.database = database }
        }

        func run<Result>(_ body: () async throws -> Result) async throws -> Result {
            var environment = try await MembersAPI.served.configuration().environment
            environment.database = database
            return try await environment.run(body)
        }

        func createSuperuser(_ arguments: String...) async throws {
            let command = try CreateSuperuser.parse(arguments + ["--no-input"])
            try await Terminal.$variables.withValue(["SUPERUSER_PASSWORD": TestApp.password]) {
                try await run { try await command.run() }
            }
        }

        func signIn(_ name: String) async throws -> Browser {
            let response = try await client.post(
                "/auth/login", json: ["username": .string(name), "password": .string(TestApp.password)])
            guard response.status == 200 else { throw Problem(response.status, response.text) }
            return try Browser(response)
        }
    }

    private func onBoth(_ test: (MembersApp) async throws -> Void) async throws {
        let memory = try await Database(url: "sqlite::memory:")
        try await memory.createTables(for: Self.models)
        try await test(MembersApp(in: memory))
        try await PostgreSQLServer.shared.run(tablesOf: Self.models) { url in
            let database = Database(try PostgreSQLDatabase(url: url))
            try await test(MembersApp(in: database))
            try await database.close()
        }
    }

    @Test func theCommandCreatesAMemberWhoSignsIn() async throws {
        try await onBoth { app in
            try await app.createSuperuser("--username", "ada", "--set", "age=36", "--set", "nickname=Countess")
            let ada = try await app.run { try await Member.objects.get { $0.nickname == "Countess" } }
            #expect(ada.username == "ada" && ada.age == 36 && ada.isSuperuser && ada.club == nil)
            let browser = try await app.signIn("ada")
            let text = try await app.client.get("/nickname", headers: browser.headers)
            #expect(text.json == "ada is Countess, and has 0 friends")
            let account = try await app.client.get("/auth/user", headers: browser.headers)
            #expect(account.json["username"] == "ada")
        }
    }

    @Test func theCommandAsksForWhatTheModelRequires() async throws {
        let memory = try await Database(url: "sqlite::memory:")
        try await memory.createTables(for: Self.models)
        let app = MembersApp(in: memory)
        let messages = [
            ([], "Missing value for '--set age'."),
            (["--set", "age=0"], "The value of 'age' must be at least 1."),
            (["--set", "age=x"], "The value of 'age' must be an integer."),
            (["--set", "size=1"], "'--set size=1' must be FIELD=VALUE. The fields are nickname, age, club, friends."),
        ]
        for (arguments, message) in messages {
            let error = await #expect(throws: ValidationError.self) {
                let command = try CreateSuperuser.parse(["--username", "ada", "--no-input"] + arguments)
                try await Terminal.$variables.withValue(["SUPERUSER_PASSWORD": TestApp.password]) {
                    try await app.run { try await command.run() }
                }
            }
            #expect(error?.message == message)
        }
        #expect(try await app.run { try await User.objects.count() } == 0)
    }

    /// Sessions, tokens, and passwords prove the member.
    @Test func eachCredentialProvesTheMember() async throws {
        try await onBoth { app in
            let (ada, key) = try await app.run {
                let bob = try await Member.create("bob", password: nil) { $0.age = 40 }
                let ada = try await Member.create("ada", password: TestApp.password) {
                    $0.age = 36
                    $0.nickname = "Countess"
                    $0.friends = [bob.id]
                }
                return (ada, try await Token.create(for: ada, lifetime: nil).key)
            }
            let basic = Data("ada:\(TestApp.password)".utf8).base64EncodedString()
            let browser = try await app.signIn("ada")
            for headers in [
                browser.headers, ["Authorization": "Bearer \(key)"], ["Authorization": "Basic \(basic)"],
            ] as [TestClient.Headers] {
                let text = try await app.client.get("/nickname", headers: headers)
                #expect(text.json == "ada is Countess, and has 1 friends")
            }
            #expect(try await app.run { try await ada.hasPassword(TestApp.password) })
        }
    }

    @Test func membersReadAndChangeThemselves() async throws {
        try await onBoth { app in
            let (ada, bob) = try await app.run {
                let ada = try await Member.create("ada", password: TestApp.password) { $0.age = 36 }
                return (ada, try await Member.create("bob", password: nil) { $0.age = 40 })
            }
            let browser = try await app.signIn("ada")
            let changed = try await app.client.send(
                .patch, "/members/\(ada.id)", headers: browser.headers,
                json: ["nickname": "Countess", "username": "root", "isStaff": true])
            #expect(changed.status == 200)
            #expect(changed.json["nickname"] == "Countess")
            #expect(changed.json["username"] == "ada" && changed.json["isStaff"] == false)
            #expect(try await app.client.get("/members/\(bob.id)", headers: browser.headers).status == 404)
            // The ready views leave the fields of the app as they are.
            let account = try await app.client.send(
                .patch, "/auth/user", headers: browser.headers, json: ["firstName": "Ada"])
            #expect(account.json["firstName"] == "Ada")
            let stored = try await app.run { try await Member.objects.get { $0.id == ada.id } }
            #expect(stored.nickname == "Countess" && stored.firstName == "Ada")
        }
    }

    /// Code that knows only `User` creates members with the defaults of their fields.
    @Test func aUserIsCreatedAsAMember() async throws {
        let memory = try await Database(url: "sqlite::memory:")
        try await memory.createTables(for: Users.models + [Manager.self])
        var environment = AppEnvironment()
        environment.database = memory
        environment.users.model = Manager.self
        try await environment.run {
            let user = try await User.create("ada", password: nil) { $0.isStaff = true }
            let manager = try await Manager.objects.get()
            #expect(manager.id == user.id && manager.isStaff && manager.office == "none")
        }
    }

    @Test func aRequestIsCheckedByOneStatement() async throws {
        let driver = CountingDriver(try SQLiteDatabase(path: ":memory:"))
        let database = Database(driver)
        try await database.createTables(for: Users.models + [Manager.self])
        let app = TestApp(in: database) { $0.users.model = Manager.self }
        let key = try await app.run {
            let ada = try await Manager.create("ada", password: nil) { $0.office = "12" }
            return try await Token.create(for: ada, lifetime: nil).key
        }
        let headers: TestClient.Headers = ["Authorization": "Bearer \(key)"]
        // The first use of a token is noted.
        _ = try await app.client.get("/auth/user", headers: headers)
        driver.forget()
        #expect(try await app.client.get("/auth/user", headers: headers).status == 200)
        #expect(driver.statements.count == 1, "\(driver.statements)")
    }

    @Test func anAppHasOneUserModel() async throws {
        #expect(try Users.userModel(in: [User.self, Club.self]) == User.self)
        #expect(try Users.userModel(in: [User.self, Member.self, Member.self]) == Member.self)
        let error = #expect(throws: Users.SeveralUserModels.self) {
            try Users.userModel(in: [Member.self, Manager.self])
        }
        #expect(error?.description == "An API has one @UserModel, but this one has several: 'Member', 'Manager'.")
    }

    /// Commands such as `dumpdata` take each table once, as the app's model has it.
    @Test func theModelTakesThePlaceOfUser() {
        let models = Self.models.withRelatedModels
        #expect(Set(models.map { $0.table }).count == models.count)
        #expect(models.contains { $0 == Member.self } && !models.contains { $0 == User.self })
    }

    // MARK: Migrations

    /// The built app and the sources add the same columns to the table of users.
    @Test func aMigrationAddsTheFields() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Self.source, to: folder.appending(path: "MembersAPI.swift"))
        var command = MakeMigrations(sources: [folder.path(percentEncoded: false)], name: "members")
        command.defaults = ["auth_user.age=18"]
        #expect(command.run().diagnostics.map(\.message) == [])
        let text = try String(
            contentsOf: folder.appending(path: "Migrations/0001_members.swift"), encoding: .utf8)
        for line in [
            #".addField(of: "auth_user", .field("nickname", .text, .maxLength(20), .default(.text(""))))"#,
            ".default(.integer(18))", #""auth_user_friends""#,
        ] { #expect(text.contains(line), "\(text)") }

        var values = TableDefinition.initialValues(of: Self.models)
        values["auth_user.age"] = .integer(18)
        let changes = ModelChanges(
            from: try MigrationState(after: Users.migrations),
            to: MigrationState(TableDefinition.inOrder(of: Self.models)), initialValues: values)
        #expect(MigrationSource("Migration0001Members", after: [], changes.operations).text == text)
    }

    @Test func theDocumentHasTheFields() throws {
        let document = GenerateSchema(sources: [Self.source.path(percentEncoded: false)]).run()
        #expect(document.diagnostics.map(\.message) == [])
        let text = String(decoding: document.output, as: UTF8.self)
        for line in ["description: The name on the notice board.", "The username: letters", "/auth/login:"] {
            #expect(text.contains(line))
        }
    }

    private static let source = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/MembersAPI.swift")
}

/// A model without a value for its field, and of an app whose other models have none.
@UserModel
struct Manager {
    var office: String = "none"
}
