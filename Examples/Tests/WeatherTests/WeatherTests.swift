import Concord
import ConcordAdmin
import ConcordServer
import ConcordTesting
import ConcordUsers
import Foundation
import Testing

@testable import Weather

struct WeatherTests {
    private let client = TestClient(WeatherAPI.self)
    private let signedIn: TestClient.Headers = ["Authorization": "Bearer sunshine"]

    @Test func explicitViewsAnswer() async throws {
        let station = "00000000-0000-0000-0000-000000000001"
        #expect(try await client.get("/stations/\(station)/forecast").status == 401)
        #expect(try await client.get("/stations/\(station)/forecast?days_ahead=15", headers: signedIn).status == 400)
        #expect(try await client.get("/stations/\(station)/forecast", headers: signedIn).status == 501)
    }

    /// Runs a test with a client of the app. The database contains an owner.
    private func withOwner(_ test: (TestClient, Owner) async throws -> Void) async throws {
        let database = try await Database(url: "sqlite::memory:")
        try await database.createTables(for: [Station.self])
        let owner = Owner(id: UUID(), email: "anna@weather.example")
        try await database.run { _ = try await Owner.objects.create(owner) }
        try await test(TestClient(WeatherAPI.self) { $0.environment.database = database }, owner)
    }

    @Test func stationsAreStoredAndFound() async throws {
        try await withOwner { client, owner in
            for (name, elevation) in [("Peak", 2469), ("Harbour", 1), ("Peakside", 1200)] {
                let body: JSON = [
                    "name": .string(name), "elevation": .number(Number(elevation)),
                    "owner": .string(owner.id.uuidString),
                ]
                let response = try await client.post("/stations", headers: signedIn, json: body)
                #expect(response.status == 201)
            }
            let page = try await client.get("/stations?above=1000&search=peak&ordering=-name&page_size=1")
            #expect(page.json["count"] == 2)
            #expect(page.json["results"]?[0]?["name"] == "Peakside")
            guard case .string(let id)? = page.json["results"]?[0]?["id"] else { throw Problem(title: "no station") }
            #expect(
                try await client.patch("/stations/\(id)", headers: signedIn, json: ["status": "retired"]).status == 200)
            #expect(try await client.get("/stations/\(id)").json["status"] == "retired")
            #expect(try await client.delete("/stations/\(id)", headers: signedIn).status == 204)
        }
    }

    /// Users can authenticate with tokens, and staff can change the stations in the admin.
    @Test func usersHaveTokensAndAnAdmin() async throws {
        let database = try await Database(url: "sqlite::memory:")
        try await database.createTables(for: Users.models + Admin.models + [Station.self])
        var environment = AppEnvironment()
        environment.database = database
        // The cost is for attackers, not for tests.
        environment.users.passwords.hashing = .scrypt(rounds: 16, blockSize: 1, parallelism: 1)
        let password = "correct horse battery"
        let key = try await environment.run {
            let owner = try await Owner.objects.create(Owner(id: UUID(), email: "anna@weather.example"))
            try await Station.objects.create(Station(id: UUID(), name: "Peak", owner: owner.id, created: Date()))
            let ada = try await User.create("ada", password: password) {
                $0.isStaff = true
                $0.isSuperuser = true
            }
            return try await Token.create(for: ada, lifetime: nil).key
        }
        let client = TestClient(WeatherAPI.self) { [environment] app in
            app.environment.database = environment.database
            app.users.passwords.hashing = environment.users.passwords.hashing
        }
        let measurement: JSON = [
            "kind": "rain", "station": "NO-0042", "taken_at": "2026-11-27T12:00:00Z", "millimetres": 2,
        ]
        for (token, status) in [(key, 501), ("concord_x", 401)] {
            let response = try await client.post(
                "/measurements", headers: ["Authorization": "Bearer \(token)"], json: measurement)
            #expect(response.status.code == status)
        }
        #expect(try await client.get("/admin/models/station").headers["Location"]?.hasPrefix("/admin/login") == true)
        let signedIn = try await client.send(
            .post, "/admin/login", headers: ["Content-Type": "application/x-www-form-urlencoded"],
            bytes: Array("username=ada&password=correct%20horse%20battery".utf8))
        let cookie = try #require(signedIn.headers["Set-Cookie"]?.split(separator: ";").first)
        let page = try await client.get("/admin/models/station", headers: ["Cookie": String(cookie)])
        #expect(page.status == 200 && page.text.contains("Peak") && page.text.contains("Weather Stations"))
    }

    @Test func genericViewsHoldRequestsToTheirDeclarations() async throws {
        #expect(try await client.get("/stations?above=-1000&page_size=201&ordering=notes").status == 400)
        #expect(try await client.post("/stations", json: ["name": "Peak"]).status == 401)
    }

    @Test func clientsNeverSeeServiceNotes() {
        let station = Station(
            id: UUID(), name: "Peak", owner: UUID(), serviceNotes: "Mind the dog.", created: Date())
        var json = _Core.JSONWriter()
        StationSerializer(station).write(to: &json)
        let text = String(decoding: json.bytes, as: UTF8.self)
        #expect(text.contains(#""name":"Peak","status":"active""#))
        #expect(!text.contains("dog"))
    }

    @Test func servesItsDocument() async throws {
        #expect(try await client.get("/openapi.yaml").text.contains("PaginatedStationList"))
    }
}
