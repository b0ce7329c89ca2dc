import ConcordCore
import ConcordServer
import ConcordTesting
import HTTPTypes
import Hummingbird
import Testing

/// The identifier of a request in responses, in the log and in errors.
@Suite struct RequestIdentifierTests {
    private enum FailingAPI: API {
        static let views: [any View.Type] = [Failing.self]
        static let defaultAuthentication: [any Authentication] = []

        struct Failing: View {
            static var routes: [_Core.Route] {
                let fail = _Core.ViewOperation("GET", "fail") { _ in throw Secret() }
                let stream = _Core.ViewOperation("POST", "stream") { _ in
                    APIResponse(200, .json, .stream { _ in throw Secret() })
                }
                return [_Core.Route("/fail/{name}", [fail, stream], access: _Core.AccessSettings())]
            }
        }
    }

    private struct Secret: Error {}

    @Test func isTheClientsWhereItIsValid() async throws {
        let client = TestClient(FailingAPI.self)
        let failed = try await client.get("/fail/x", headers: ["X-Request-Id": "abc-1/2"])
        #expect(failed.status == 500)
        #expect(failed.json["requestId"] == "abc-1/2")
        #expect(failed.headers["X-Request-Id"] == "abc-1/2")
        #expect(try await client.get("/nothing", headers: ["X-Request-Id": "a"]).headers["X-Request-Id"] == "a")
    }

    @Test(arguments: ["", "a b", "a\"b", "ü", String(repeating: "a", count: 129)])
    func isMadeOtherwise(id: String) async throws {
        let response = try await TestClient(FailingAPI.self).get("/nothing", headers: ["X-Request-Id": id])
        let made = try #require(response.headers["X-Request-Id"])
        #expect(made != id)
        #expect(made.count == 32)
    }

    @Test func anErrorIsLoggedOnceWithItsRequest() async throws {
        let log = RecordedLog()
        let responder = try log.responder(of: FailingAPI.served, AppConfiguration())
        let response = await responder.respond(
            to: log.request("/fail/x", headers: HTTPFields(["X-Request-Id": "abc"])), context: log.context)
        #expect(response.status == .internalServerError)
        let message = try #require(log.messages.first)
        #expect(log.messages.count == 1)
        #expect(message.text == "fail failed: Secret()")
        #expect(message.metadata["hb.request.id"] == "abc")
        #expect(message.metadata["http.route"] == "/fail/{name}")
        #expect(message.metadata["http.request.method"] == "GET")
    }

    @Test func errorsOfMiddlewareAreProblems() async throws {
        struct Refusing: RouterMiddleware {
            let error: any Error
            func handle(
                _ request: Request, context: AppRequestContext,
                next: (Request, AppRequestContext) async throws -> Response
            ) async throws -> Response { throw error }
        }
        let refused = try await TestClient(FailingAPI.self) { app in
            app.middleware.add(Refusing(error: HTTPError(HTTPResponse.Status(code: 402), message: "Pay first.")))
        }.get("/fail/x")
        #expect(refused.status == 402)
        #expect(refused.headers["Content-Type"] == "application/problem+json")
        #expect(refused.json["detail"] == "Pay first.")
        let failed = try await TestClient(FailingAPI.self) { $0.middleware.add(Refusing(error: Secret())) }.get(
            "/fail/x")
        #expect(failed.status == 500)
        #expect(failed.headers["X-Request-Id"] != nil)
        #expect(!failed.text.contains("Secret"))
    }
}
