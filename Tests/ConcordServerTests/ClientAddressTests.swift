import ConcordCore
import ConcordServer
import ConcordTesting
import Testing

/// The address of a client behind proxies.
@Suite struct ClientAddressTests {
    private enum AddressAPI: API {
        static let views: [any View.Type] = [Root.self]
        static let defaultAuthentication: [any Authentication] = []

        struct Root: View {
            static var routes: [_Core.Route] {
                let get = _Core.ViewOperation("GET", "get") { try $0.respond(200, $0.remoteAddress ?? "unknown") }
                return [_Core.Route("/address", [get], access: _Core.AccessSettings())]
            }
        }
    }

    private func address(_ forwarded: String?, proxyCount: Int) async throws -> JSON {
        var app = AppConfiguration()
        app.proxyCount = proxyCount
        let server = try APIServer(
            AddressAPI.served, app: app, configuration: APIServer.Configuration(port: 0))
        return try await TestClient.serving(server) { client in
            let headers: TestClient.Headers = forwarded.map { ["X-Forwarded-For": $0] } ?? [:]
            return try await client.get("/address", headers: headers).json
        }
    }

    @Test(
        arguments: [
            (nil, 0, "127.0.0.1"), (nil, 1, "127.0.0.1"),
            // Without proxies, the field is the client's own claim.
            ("192.0.2.1", 0, "127.0.0.1"),
            ("192.0.2.1", 1, "192.0.2.1"), ("203.0.113.9, 192.0.2.1", 1, "192.0.2.1"),
            ("203.0.113.9, 192.0.2.1, 192.0.2.7", 2, "192.0.2.1"), ("192.0.2.1", 2, "192.0.2.1"),
            ("192.0.2.1:5412", 1, "192.0.2.1"), ("2001:db8::1", 1, "2001:db8::1"),
            ("[2001:db8::1]:443", 1, "2001:db8::1"),
            ("unknown", 1, "127.0.0.1"), ("", 1, "127.0.0.1"),
        ] as [(String?, Int, JSON)])
    func isTheOneThatTheFirstOwnProxyStates(_ forwarded: String?, _ proxyCount: Int, _ expected: JSON) async throws {
        #expect(try await address(forwarded, proxyCount: proxyCount) == expected)
    }
}
