import Concord
import ConcordAdmin
import ConcordTesting
import ConcordUsers
import Testing

/// A user of the app.
@UserModel
struct Keeper {
    /// The number of the door.
    @Field(.maxLength(20)) var office: String = ""
}

@API(title: "Keepers", version: "1.0")
enum KeepersAPI {
    static let installedApps: [any InstalledApp.Type] = [Users.self, Admin.self]
    static let models: [any Model.Type] = [Keeper.self]

    static func configure(_ app: inout AppConfiguration) {
        // The cost of hashing is irrelevant to the tests.
        app.users.passwords.hashing = .scrypt(rounds: 16, blockSize: 1, parallelism: 1)
        app.admin.register(Keeper.self) { $0.listDisplay.append(.field(\.office)) }
    }
}

/// The admin of an app whose users have fields of their own.
@Suite struct UserModelTests {
    private let database: Database
    private let client: TestClient

    init() async throws {
        database = try await Database(url: "sqlite::memory:")
        try await database.createTables(for: Users.models + Admin.models + [Keeper.self])
        client = TestClient(KeepersAPI.self) { [database] in $0.environment.database = database }
    }

    private func run<Result>(_ body: () async throws -> Result) async throws -> Result {
        var environment = try await KeepersAPI.served.configuration().environment
        environment.database = database
        return try await environment.run(body)
    }

    private func keeper(_ name: String, isSuperuser: Bool = false) async throws -> Keeper {
        try await run {
            try await Keeper.create(name, password: AdminApp.password) {
                $0.office = "Room 12"
                $0.isStaff = true
                $0.isSuperuser = isSuperuser
            }
        }
    }

    private func signIn(_ name: String, password: String = AdminApp.password) async throws -> Visitor {
        let response = try await client.form("/admin/login", ["username": name, "password": password])
        let cookie = try #require(response.headers["Set-Cookie"]?.split(separator: ";").first)
        return Visitor(client: client, cookie: String(cookie))
    }

    @Test func thePagesOfUsersHaveTheFieldsOfTheApp() async throws {
        let ada = try await keeper("ada", isSuperuser: true)
        let visitor = try await signIn("ada")
        #expect(try await visitor.get("/admin/models/auth_user").text.contains("Room 12"))
        let address = "/admin/models/auth_user/objects/\(ada.id)"
        let page = try await visitor.get(address)
        #expect(page.text.contains("The number of the door.") && page.text.contains("User permissions"))
        let saved = try await visitor.submit(
            address,
            [
                "username": " ada ", "email": "", "firstName": "Ada", "lastName": "", "isActive": "true",
                "isStaff": "true", "isSuperuser": "true", "office": "Room 13",
            ])
        #expect(saved.status == 303)
        let stored = try await run { try await Keeper.objects.get() }
        #expect(
            stored.office == "Room 13" && stored.username == "ada" && stored.firstName == "Ada" && stored.isSuperuser)
        let added = try await visitor.submit("/admin/models/auth_user/add", ["username": "bob", "office": "Room 1"])
        #expect(added.status == 303)
        #expect(try await run { try await Keeper.objects.get { $0.username == "bob" } }.office == "Room 1")
    }

    @Test func passwordsOfOthersAreChanged() async throws {
        _ = try await keeper("ada", isSuperuser: true)
        let bob = try await keeper("bob")
        let visitor = try await signIn("ada")
        let new = "staple battery correct"
        let changed = try await visitor.submit(
            "/admin/models/auth_user/objects/\(bob.id)/password", ["new": new, "again": new])
        #expect(changed.status == 303)
        _ = try await signIn("bob", password: new)
    }

    /// The rules that protect superusers hold for the app's model, although the app changes its settings.
    @Test func staffCannotTakeOverASuperuser() async throws {
        let ada = try await keeper("ada", isSuperuser: true)
        let bob = try await keeper("bob")
        try await run { try await bob.grant("change_auth_user") }
        let visitor = try await signIn("bob")
        for address in [
            "/admin/models/auth_user/objects/\(ada.id)", "/admin/models/auth_user/objects/\(ada.id)/password",
        ] {
            let response = try await visitor.submit(
                address, ["email": "bob@example.org", "new": "a b c d e f", "again": "a b c d e f"])
            #expect(response.status == 403)
        }
        let own = try await visitor.submit(
            "/admin/models/auth_user/objects/\(bob.id)",
            [
                "username": "bob", "email": "", "firstName": "", "lastName": "", "isActive": "true", "isStaff": "true",
                "isSuperuser": "true", "office": "",
            ])
        #expect(own.status == 303)
        #expect(try await run { try await Keeper.objects.get { $0.username == "bob" } }.isSuperuser == false)
    }
}
