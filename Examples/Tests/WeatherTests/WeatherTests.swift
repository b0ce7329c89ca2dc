import Concord
import ConcordServer
import ConcordTesting
import Foundation
import Testing

@testable import Weather

struct WeatherTests {
    private let client = TestClient(WeatherAPI.self)

    @Test func aServerOfGenericViewsDoesNotStart() async throws {
        let error = await #expect(throws: ServedAPI.DatabaseRequired.self) {
            try await APIServer(WeatherAPI.served, app: WeatherAPI.served.configuration()).run(while: { _ in })
        }
        #expect(error?.views == ["ListStations", "StationDetail"])
    }

    @Test func explicitViewsAnswer() async throws {
        let station = "00000000-0000-0000-0000-000000000001"
        #expect(try await client.get("/stations/\(station)/forecast").status == 401)
        let signedIn: TestClient.Headers = ["Authorization": "Bearer sunshine"]
        #expect(try await client.get("/stations/\(station)/forecast?days_ahead=15", headers: signedIn).status == 400)
        #expect(try await client.get("/stations/\(station)/forecast", headers: signedIn).status == 501)
    }

    @Test func genericViewsHoldRequestsToTheirDeclarations() async throws {
        let page = try await ListStations.page(
            for: APIRequest(.get, "/stations?above=1000&search=peak&ordering=-created&page=2&page_size=10"),
            _Core.GenericViewSettings(filters: ListStations.filters, parsers: [.json], renderers: [.json]))
        #expect(
            "\(page)"
                == """
                station where elevation >= 1000.0 and name contains, in any case, 'peak' order by -created offset 10 limit 10
                """)
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
