import ConcordCore
import ConcordServer
import ConcordTesting
import Hummingbird
import Testing

/// Calls from the pages of other origins, as Hummingbird's middleware allows them around an app.
@Suite struct CORSTests {
    private enum NotesAPI: API {
        static let views: [any View.Type] = [Notes.self]
        static let defaultAuthentication: [any Authentication] = []

        static func configure(_ app: inout AppConfiguration) {
            app.middleware.add(
                CORSMiddleware(
                    allowOrigin: .custom("https://app.example"), allowHeaders: [.contentType],
                    allowMethods: [.get, .put]))
        }

        struct Notes: View {
            static var routes: [_Core.Route] {
                let get = _Core.ViewOperation("GET", "get") { try $0.respond(200, "note") }
                return [_Core.Route("/notes", [get], access: _Core.AccessSettings())]
            }
        }
    }

    private let client = TestClient(NotesAPI.self)
    private let origin: TestClient.Headers = ["Origin": "https://app.example"]

    @Test func answersThePreflight() async throws {
        let preflight = try await client.send(
            .options, "/notes", headers: ["Origin": "https://app.example", "Access-Control-Request-Method": "PUT"])
        #expect(preflight.status == 204)
        #expect(preflight.headers["Access-Control-Allow-Origin"] == "https://app.example")
        #expect(preflight.headers["Access-Control-Allow-Methods"]?.contains("PUT") == true)
    }

    @Test func letsThePageReadResponsesAndErrors() async throws {
        let note = try await client.get("/notes", headers: origin)
        #expect(note.headers["Access-Control-Allow-Origin"] == "https://app.example")
        let missing = try await client.get("/nothing", headers: origin)
        #expect(missing.status == 404)
        #expect(missing.headers["Access-Control-Allow-Origin"] == "https://app.example")
    }
}
