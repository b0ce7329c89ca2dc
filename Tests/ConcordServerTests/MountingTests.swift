import ConcordCore
import ConcordServer
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Testing

/// An API in an app's existing router, beside the router's own routes.
@Suite struct MountingTests {
    private enum EchoAPI: API {
        static let views: [any View.Type] = [Echo.self]
        static let defaultAuthentication: [any Authentication] = []

        struct Echo: View {
            static var routes: [_Core.Route] {
                let echo = _Core.ViewOperation("GET", "echo") { request in
                    var inputs = _Core.Inputs(request)
                    guard let name = inputs.path("name", _Core.Wire.value(String.self)) else { throw inputs.failure }
                    return try request.respond(200, "\(name) \(request.headers["X-Seen"] ?? "unseen")")
                }
                let root = _Core.ViewOperation("GET", "root") { try $0.respond(200, "root") }
                let query = _Core.ViewOperation("QUERY", "search") { try $0.respond(200, "found") }
                let post = _Core.ViewOperation("POST", "length") { request in
                    var length = 0
                    for try await piece in request.body { length += piece.count }
                    return try request.respond(200, length)
                }
                return [
                    _Core.Route("/echo/{name}", [echo, post, query], access: _Core.AccessSettings()),
                    _Core.Route("/", [root], access: _Core.AccessSettings()),
                ]
            }
        }
    }

    private struct Marking: RouterMiddleware {
        func handle(
            _ request: Request,
            context: AppRequestContext,
            next: (Request, AppRequestContext) async throws -> Response
        ) async throws -> Response {
            var head = request.head
            head.headerFields.append("X-Seen", "by middleware")
            return try await next(Request(head: head, body: request.body), context)
        }
    }

    private func text(
        _ path: String, _ method: HTTPRequest.Method = .get, body: String = "",
        of responder: some HTTPResponder<AppRequestContext>
    ) async throws -> (status: Int, text: String) {
        var logger = Logger(label: "test")
        logger[metadataKey: "hb.request.id"] = "1"
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path),
            body: RequestBody(buffer: ByteBuffer(string: body)))
        let response = try await responder.respond(to: request, context: AppRequestContext(logger: logger))
        let text = Text()
        try await response.body.write(Text.Writer(text: text))
        return await (response.status.code, text.value)
    }

    private actor Text {
        var value = ""

        func append(_ buffer: ByteBuffer) { value += String(buffer: buffer) }

        struct Writer: ResponseBodyWriter {
            let text: Text
            func write(_ buffer: ByteBuffer) async throws { await text.append(buffer) }
            consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
        }
    }

    @Test func answersBehindItsPrefix() async throws {
        let router = Router(context: AppRequestContext.self)
        router.add(middleware: Marking())
        router.get("/own") { _, _ in "own" }
        router.mount(try await EchoAPI.responder(context: AppRequestContext.self), at: "/api/v1")
        let responder = router.buildResponder()
        #expect(try await text("/own", of: responder) == (200, "own"))
        #expect(try await text("/api/v1/echo/a%20b?x=1", of: responder) == (200, #""a b by middleware""#))
        #expect(try await text("/api/v1", of: responder) == (200, #""root""#))
        #expect(try await text("/api/v1/echo/a", .post, body: "12345", of: responder) == (200, "5"))
        let query = try #require(HTTPRequest.Method("QUERY"))
        #expect(try await text("/api/v1/echo/a", query, of: responder) == (200, #""found""#))
        #expect(try await text("/api/v1/echo/a", .put, of: responder).status == 405)
        let missing = try await text("/api/v1/nothing", of: responder)
        #expect(missing.status == 404)
        #expect(missing.text.contains(#""detail":"No resource at '/nothing'.""#))
        #expect(try await text("/echo/a", of: responder).status == 404)
    }

    @Test func configuresBeforeItAnswers() async throws {
        await #expect(throws: ServedAPI.UnverifiedSchemes.self) {
            try await GuardedAPI.responder(context: AppRequestContext.self)
        }
        let responder = try await GuardedAPI.responder(context: AppRequestContext.self) { app in
            app.authenticate(BearerAuthentication.self) { $0.token == "t" ? UserIdentity("u") : nil }
        }
        #expect(try await text("/guarded", of: responder).status == 401)
    }

    private enum GuardedAPI: API {
        static let views: [any View.Type] = [Guarded.self]
        static let defaultAuthentication: [any Authentication] = [BearerAuthentication()]

        struct Guarded: View {
            static var routes: [_Core.Route] {
                [
                    _Core.Route(
                        "/guarded", [_Core.ViewOperation("GET", "get") { $0.respond(204) }],
                        access: _Core.AccessSettings())
                ]
            }
        }
    }
}
