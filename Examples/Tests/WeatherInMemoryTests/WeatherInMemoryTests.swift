import Concord
import ConcordTesting
import Testing

@testable import WeatherInMemory

struct WeatherInMemoryTests {
    @Test func servesWhatItDeclares() async throws {
        try await TestClient.serving(WeatherAPI.self) { client in
            let added = try await client.post("/stations", json: ["name": "Bergen", "elevation": 12])
            #expect(added.status == 201)
            #expect(added.json["status"] == "active")
            let id = try added.decode(Station.self).id?.rawValue ?? ""
            let found = try await client.get("/stations/\(id)")
            #expect(found.json["name"] == "Bergen")
            let forecast = try await client.get("/stations/\(id)/forecast?days_ahead=3").decode(Forecast.self)
            #expect(forecast.days.count == 3)
        }
    }

    @Test func namesEveryFieldThatIsWrong() async throws {
        let response = try await TestClient(WeatherAPI.self).post("/stations", json: ["name": "", "elevation": 9000])
        #expect(response.status == 400)
        #expect(response.text.contains("/name"))
        #expect(response.text.contains("/elevation"))
    }

    @Test func answersADeclaredErrorWithItsStatus() async throws {
        let response = try await TestClient(WeatherAPI.self).get("/stations/XX-9999")
        #expect(response.status == 404)
        #expect(response.json["detail"] == "No station XX-9999.")
    }

    @Test func tellsMeasurementsApart() async throws {
        let client = TestClient(WeatherAPI.self)
        let rain: JSON = ["kind": "rain", "station": "NO-0001", "taken_at": "2030-01-31T09:30:00Z", "millimetres": 3.5]
        #expect(try await client.post("/measurements", json: rain).json["millimetres"] == 3.5)
        #expect(try await client.post("/measurements", json: ["kind": "snow"]).status == 400)
    }

    @Test func servesItsOwnDocument() async throws {
        let client = TestClient(WeatherAPI.self)
        let document = try await client.get("/openapi.json").json
        #expect(document["info"]?["title"] == "Weather Stations")
        #expect(document["paths"]?["/stations"]?["get"]?["operationId"] == "listStations")
        #expect(try await client.get("/openapi.yaml").text.hasPrefix("openapi: 3.1"))
        #expect(try await client.get("/docs").text.contains("<h1>Weather Stations</h1>"))
    }
}
