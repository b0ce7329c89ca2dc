import Concord
import ConcordTesting
import Testing

/// The weather app, from its attributes to its responses.
@Suite struct WeatherTests {
    private let client = TestClient(WeatherAPI.self)
    private let signedIn: TestClient.Headers = ["Authorization": "Bearer sunshine"]
    private let station = "00000000-0000-0000-0000-000000000001"

    @Test func answers() async throws {
        let response = try await client.get("/stations/\(station)/forecast?days_ahead=2", headers: signedIn)
        #expect(response.status == 200)
        #expect(
            response.json == [
                "station": .string(station),
                "days": [
                    ["date": "2026-03-01", "low": -3.5, "high": 4, "rain": nil],
                    ["date": "2026-03-01", "low": -3.5, "high": 4, "rain": nil],
                ],
            ])
        #expect(try await client.get("/stations/\(station)/forecast", headers: signedIn).json["days"]?[6] != nil)
    }

    @Test func namesBadInputs() async throws {
        let response = try await client.get("/stations/1/forecast?days_ahead=15", headers: signedIn)
        #expect(response.status == 400)
        #expect(
            response.json["errors"] == [
                ["in": "path", "name": "id", "keyword": "format", "message": "must be a UUID"],
                ["in": "query", "name": "days_ahead", "keyword": "maximum", "message": "must be at most 14"],
            ])
    }

    @Test func answersWithDeclaredErrors() async throws {
        let other = "10000000-0000-0000-0000-000000000001"
        let response = try await client.get(
            "/stations/\(other)/forecast", headers: ["Authorization": "Bearer sunshine", "Accept-Language": "nb"])
        #expect(response.status == 404)
        #expect(response.json == ["title": "No such station.", "detail": "nb"])
    }

    @Test func sendsAndTakesBytes() async throws {
        let picture = try await client.get("/stations/\(station)/photo", headers: signedIn)
        #expect(picture.status == 200)
        #expect(picture.headers["Content-Type"] == "image/jpeg")
        #expect(picture.bytes == [1, 2, 3])
        let body = "--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a\"\r\n\r\n123456\r\n--x--\r\n"
        let upload = try await client.send(
            .put, "/stations/\(station)/photo",
            headers: ["Authorization": "Bearer sunshine", "Content-Type": "multipart/form-data; boundary=x"],
            bytes: Array(body.utf8))
        #expect(upload.status == 413)
        #expect(upload.json == ["title": "Too large."])
    }

    @Test func tellsAlternativesApart() async throws {
        let wind: JSON = ["station": "NO-0042", "taken_at": "2026-03-01T12:00:00Z", "kind": "wind", "speed": 3.5]
        let response = try await client.post("/measurements", headers: signedIn, json: wind)
        #expect(response.status == 202)
        #expect(response.json == wind)
        let bad = try await client.post(
            "/measurements", headers: signedIn,
            json: ["station": "no", "taken_at": "today", "kind": "rain", "millimetres": -1])
        #expect(
            bad.json["errors"] == [
                [
                    "in": "body", "pointer": "/station", "keyword": "pattern",
                    "message": "must match the pattern ^[A-Z]{2}-[0-9]{4}$",
                ],
                [
                    "in": "body", "pointer": "/taken_at",
                    "keyword": "format", "message": "must be a date and time such as 2026-03-01T12:30:00Z",
                ],
                ["in": "body", "pointer": "/millimetres", "keyword": "minimum", "message": "must be at least 0"],
            ])
    }
}
