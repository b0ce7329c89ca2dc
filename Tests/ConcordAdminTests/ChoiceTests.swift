import Concord
import ConcordAdmin
import ConcordSQLite
import ConcordTestDatabases
import ConcordTesting
import ConcordUsers
import Foundation
import Testing

@Model
struct Depot {
    var id: Int
    var name: String
}

@Model
struct Carrier {
    var id: Int
    var name: String
    var isSecret: Bool = false
}

@Model
struct Parcel {
    var id: Int
    @ForeignKey(onDelete: .cascade) var depot: Depot.ID
    @ForeignKey(onDelete: .protect) var carrier: Carrier.ID
}

@API(title: "Parcels", version: "1.0")
enum ParcelsAPI {
    static let installedApps: [any InstalledApp.Type] = [Users.self, Admin.self]
    static let models: [any Model.Type] = [Parcel.self]

    static func configure(_ app: inout AppConfiguration) {
        // The cost of hashing is irrelevant to the tests.
        app.users.passwords.hashing = .scrypt(rounds: 16, blockSize: 1, parallelism: 1)
        app.admin.register(Carrier.self) { $0.queryset = { _ in Carrier.objects.filter { $0.isSecret == false } } }
        app.admin.register(Parcel.self) { $0.listFilter = [\.carrier] }
        app.admin.register(Depot.self) { $0.inlines = [.editable(\Parcel.depot)] }
    }
}

/// The choices in forms and filters.
@Suite struct ChoiceTests {
    private let driver: CountingDriver
    private let client: TestClient
    private let cookie: String

    init() async throws {
        let driver = CountingDriver(try SQLiteDatabase(path: ":memory:"))
        self.driver = driver
        let database = Database(driver)
        try await database.createTables(for: Users.models + Admin.models + [Parcel.self])
        var environment = try await ParcelsAPI.served.configuration().environment
        environment.database = database
        try await environment.run {
            try await User.create("ada", password: AdminApp.password) {
                $0.isStaff = true
                $0.isSuperuser = true
            }
            let depot = try await Depot.objects.create(Depot(id: 0, name: "North"))
            for (name, isSecret) in [("Express", false), ("Slow", false), ("Agency", true)] {
                let carrier = try await Carrier.objects.create(Carrier(id: 0, name: name, isSecret: isSecret))
                if isSecret { continue }
                try await Parcel.objects.create(Parcel(id: 0, depot: depot.id, carrier: carrier.id))
            }
        }
        client = TestClient(ParcelsAPI.self) { $0.environment.database = database }
        let response = try await client.form("/admin/login", ["username": "ada", "password": AdminApp.password])
        cookie = String(try #require(response.headers["Set-Cookie"]?.split(separator: ";").first))
    }

    /// All rows of an inline have the same choices, which are read by one statement.
    @Test func theRowsOfAnInlineShareTheirChoices() async throws {
        driver.forget()
        let page = try await client.get("/admin/models/depot/objects/1", headers: ["Cookie": cookie])
        #expect(page.text.components(separatedBy: ">Express<").count == 7)
        let statements = driver.statements.filter { $0.contains("FROM \"carrier\"") }
        #expect(statements.count == 1, "\(statements)")
    }

    /// A filter doesn't contain objects that the pages of their model don't show.
    @Test func aFilterHasTheRegisteredObjects() async throws {
        let page = try await client.get("/admin/models/parcel", headers: ["Cookie": cookie])
        #expect(page.text.contains("Express") && page.text.contains("Slow") && !page.text.contains("Agency"))
    }
}
