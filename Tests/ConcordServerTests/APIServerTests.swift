import ConcordCore
import ConcordServer
import ConcordTesting
import Testing

/// A test that requires a socket. The tests of `ConcordCore` send the same requests in memory.
@Suite struct APIServerTests {
    enum EchoAPI: API {
        static let views: [any View.Type] = [Echo.self]
        static let defaultAuthentication: [any Authentication] = []
    }

    struct Echo: View {
        static var routes: [_Core.Route] {
            [
                _Core.Route(
                    "/echo/{name}",
                    [
                        _Core.ViewOperation("POST", "echo") { request in
                            var inputs = _Core.Inputs(request)
                            let name = inputs.path("name", _Core.Wire.value(String.self))
                            let body = try await inputs.body(_Core.Wire.value(JSON.self))
                            guard inputs.isValid, let name, let body else { throw inputs.failure }
                            return try request.respond(201, ["name": .string(name), "body": body] as JSON)
                        },
                        _Core.ViewOperation("GET", "count") { request in
                            let numbers = AsyncStream<Int> { continuation in
                                for number in 1...3 { continuation.yield(number) }
                                continuation.finish()
                            }
                            return try request.respond(
                                200, Streaming(numbers), _Core.Wire.value(Int.self), content: [.events])
                        },
                        _Core.ViewOperation("DELETE", "delete") { $0.respond(204) },
                    ], access: _Core.AccessSettings())
            ]
        }
    }

    private func check(_ client: TestClient) async throws {
        let created = try await client.post("/echo/a%20b", json: ["x": [1, 2.5]])
        #expect(created.status == 201)
        #expect(created.json == ["name": "a b", "body": ["x": [1, 2.5]]])
        #expect(created.headers["content-type"] == "application/json")
        let bad = try await client.send(
            .post, "/echo/a", headers: ["Content-Type": "application/json"], bytes: Array("{".utf8))
        #expect(bad.status == 400)
        #expect(bad.headers["Content-Type"] == "application/problem+json")
        #expect(try await client.get("/echo/a").text == "data: 1\n\ndata: 2\n\ndata: 3\n\n")
        #expect(try await client.delete("/echo/a").status == 204)
        #expect(try await client.get("/nothing").status == 404)
        #expect(try await client.send(.head, "/echo/a").bytes.isEmpty)
    }

    @Test func answersInMemory() async throws {
        try await check(TestClient(EchoAPI.self))
    }

    @Test func answersOverASocket() async throws {
        try await TestClient.serving(EchoAPI.self) { try await check($0) }
    }

    @Test func refusesLargeBodies() async throws {
        let server = try APIServer(
            EchoAPI.served, app: AppConfiguration(), configuration: APIServer.Configuration(port: 0, bodyLimit: 10))
        let response = try await TestClient.serving(server) { client in
            try await client.post("/echo/a", json: "0123456789")
        }
        #expect(response.status == 413)
    }
}
