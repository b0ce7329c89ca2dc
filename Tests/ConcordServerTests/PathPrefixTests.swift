import ConcordCore
import ConcordServer
import ConcordTesting
import Testing

/// An API below the path of its document's server URL.
@Suite struct PathPrefixTests {
    private enum VersionedAPI: API {
        static let views: [any View.Type] = [Root.self]
        static let defaultAuthentication: [any Authentication] = []
        static var document: _Core.EmbeddedDocument? {
            let json = #"{"openapi": "3.1.1", "servers": [{"url": "https://api.example/v1/"}], "paths": {}}"#
            return _Core.EmbeddedDocument(yaml: "", json: json, page: "")
        }

        struct Root: View {
            static var routes: [_Core.Route] {
                let get = _Core.ViewOperation("GET", "get") { try $0.respond(200, $0.path) }
                return [_Core.Route("/things", [get], access: _Core.AccessSettings())]
            }
        }
    }

    @Test func servesBelowThePrefixAlone() async throws {
        let server = try APIServer(
            VersionedAPI.served, app: AppConfiguration(),
            configuration: APIServer.Configuration(port: 0, pathPrefix: "/v1/"))
        try await TestClient.serving(server) { client in
            let things = try await client.get("/v1/things")
            #expect(things.json == "/things")
            let documentation = try await client.get("/v1/openapi.json")
            #expect(documentation.status == 200)
            for path in ["/things", "/v11/things", "/v1things"] {
                let missing = try await client.get(path)
                #expect(missing.status == 404)
                #expect(missing.headers["Content-Type"] == "application/problem+json")
            }
            let health = try await client.get("/health")
            #expect(health.status == 200)
        }
    }
}
