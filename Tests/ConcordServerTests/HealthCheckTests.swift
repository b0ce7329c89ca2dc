import ConcordCore
import ConcordServer
import ConcordTesting
import Testing

/// The checks of whether the process is alive and ready.
@Suite struct HealthCheckTests {
    private enum EmptyAPI: API {
        static let defaultAuthentication: [any Authentication] = []
    }

    private enum OwnHealthAPI: API {
        static let views: [any View.Type] = [Health.self]
        static let defaultAuthentication: [any Authentication] = []

        struct Health: View {
            static var routes: [_Core.Route] {
                let get = _Core.ViewOperation("GET", "health") { try $0.respond(200, "own") }
                return [_Core.Route("/health", [get], access: _Core.AccessSettings())]
            }
        }
    }

    private struct Down: Error {}

    @Test func tellsThatTheProcessLives() async throws {
        let response = try await TestClient(EmptyAPI.self) { app in
            app.addReadinessCheck("cache") { throw Down() }
        }.get("/health")
        #expect(response.status == 200)
        #expect(response.headers["Content-Type"] == "application/health+json")
        #expect(response.json == ["status": "pass"])
    }

    @Test func tellsWhetherTheServerIsReady() async throws {
        let ready = try await TestClient(EmptyAPI.self) { $0.addReadinessCheck("cache") {} }.get("/health/ready")
        #expect(ready.status == 200)
        #expect(ready.json == ["status": "pass", "checks": ["cache": ["status": "pass"]]])
        let client = TestClient(EmptyAPI.self) { $0.addReadinessCheck("cache") { throw Down() } }
        let unready = try await client.get("/health/ready")
        #expect(unready.status == 503)
        #expect(unready.json == ["status": "fail", "checks": ["cache": ["status": "fail"]]])
        #expect(try await client.send(.head, "/health/ready").bytes.isEmpty)
        #expect(try await client.send(.post, "/health").headers["Allow"] == "GET, HEAD")
    }

    @Test func pathsOfTheAPIComeFirst() async throws {
        #expect(try await TestClient(OwnHealthAPI.self).get("/health").json == "own")
    }

    @Test func anotherPathOrNone() async throws {
        let moved = TestClient(EmptyAPI.self) { $0.healthPath = "/livez" }
        #expect(try await moved.get("/livez").status == 200)
        #expect(try await moved.get("/health").status == 404)
        let none = TestClient(EmptyAPI.self) { $0.healthPath = nil }
        #expect(try await none.get("/health").status == 404)
    }
}
