import ConcordCore
import ConcordServer
import ConcordTesting
import Hummingbird
import Synchronization
import Testing

/// Hummingbird's middleware for metrics and traces receives the path of a request's operation.
@Suite struct TelemetryTests {
    private enum NotesAPI: API {
        static let views: [any View.Type] = [Note.self]
        static let defaultAuthentication: [any Authentication] = []

        struct Note: View {
            static var routes: [_Core.Route] {
                let get = _Core.ViewOperation("GET", "getNote") { $0.respond(204) }
                return [_Core.Route("/notes/{id}", [get], access: _Core.AccessSettings())]
            }
        }
    }

    /// Records the values that `MetricsMiddleware` and `TracingMiddleware` read after the response is created.
    private final class Observer: RouterMiddleware {
        let routes = Mutex<[String?]>([])

        func handle(
            _ request: Request, context: AppRequestContext, next: (Request, AppRequestContext) async throws -> Response
        ) async throws -> Response {
            let response = try await next(request, context)
            routes.withLock { $0.append(context.endpointPath) }
            return response
        }
    }

    @Test func theRouteIsThePathInTheDocument() async throws {
        let observer = Observer()
        let client = TestClient(NotesAPI.self) { $0.middleware.add(observer) }
        _ = try await client.get("/notes/1")
        _ = try await client.get("/notes/2")
        _ = try await client.get("/nothing")
        #expect(observer.routes.withLock { $0 } == ["/notes/{id}", "/notes/{id}", nil])
    }
}
