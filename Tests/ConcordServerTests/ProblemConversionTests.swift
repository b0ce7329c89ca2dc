import ConcordCore
import ConcordServer
import ConcordTesting
import Hummingbird
import Testing

/// The errors of an API whose document declares a different format than RFC 9457.
@Suite struct ProblemConversionTests {
    private enum ItemAPI: API {
        static let views: [any View.Type] = [Items.self]
        static let defaultAuthentication: [any Authentication] = []
    }

    private struct Items: View {
        static var routes: [_Core.Route] {
            let operations = [
                _Core.ViewOperation("GET", nil) { request in
                    var inputs = _Core.Inputs(request)
                    _ = inputs.query("count", _Core.Wire.value(Int.self))
                    guard inputs.isValid else { throw inputs.failure }
                    throw Problem(409, "Taken.", headers: HTTPFields(["X-Reason": "taken"]))
                },
                _Core.ViewOperation("DELETE", nil) { _ in throw CancellationError() },
                _Core.ViewOperation("PUT", nil) { _ in throw NotImplemented() },
            ]
            return [_Core.Route("/items", operations, access: _Core.AccessSettings())]
        }
    }

    /// Refuses requests that ask to be refused.
    private struct Refusing: RouterMiddleware {
        func handle(
            _ request: Request, context: AppRequestContext,
            next: (Request, AppRequestContext) async throws -> Response
        ) async throws -> Response {
            if request.headers["X-Refuse"] != nil { throw HTTPError(.forbidden, message: "No.") }
            return try await next(request, context)
        }
    }

    private let client = TestClient(ItemAPI.self) { app in
        app.middleware.add(Refusing())
        app.convertProblems(as: "application/vnd.error+json") { problem -> JSON? in
            problem.status == 501
                ? nil : ["code": .number(Number(problem.status.code)), "text": .string(problem.detail ?? "")]
        }
    }

    @Test func `every problem has the form of the app`() async throws {
        let missing = try await client.get("/nothing")
        #expect(missing.status == 404)
        #expect(missing.headers["Content-Type"] == "application/vnd.error+json")
        #expect(missing.json == ["code": 404, "text": "No resource at '/nothing'."])
        let method = try await client.send(.patch, "/items")
        #expect(method.json["code"] == 405)
        #expect(method.headers["Allow"] == "GET, DELETE, PUT, HEAD, OPTIONS")
        #expect(try await client.get("/items?count=x").json == ["code": 400, "text": "The request is not valid."])
        let thrown = try await client.get("/items")
        #expect(thrown.json == ["code": 409, "text": "Taken."])
        #expect(thrown.headers["X-Reason"] == "taken")
        #expect(try await client.delete("/items").json["code"] == 500)
        #expect(try await client.get("/items", headers: ["X-Refuse": "yes"]).json == ["code": 403, "text": "No."])
        #expect(try await client.get("/items", headers: ["Content-Encoding": "br"]).json["code"] == 415)
    }

    @Test func `a problem without another form stays`() async throws {
        let response = try await client.send(.put, "/items")
        #expect(response.headers["Content-Type"] == "application/problem+json")
        #expect(response.json["title"] == "Not Implemented")
    }
}
