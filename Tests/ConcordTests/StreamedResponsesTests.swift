import Concord
import ConcordTesting
import Testing

/// Streams inside of responses with headers, and among several responses.
@Suite struct StreamedResponsesTests {
    private let client = TestClient(StreamedResponsesAPI.self)

    @Test func `a response with headers streams its body`() async throws {
        let response = try await client.get("/ticks")
        #expect(response.headers["Content-Type"] == "text/event-stream")
        #expect(response.headers["X-Interval"] == "5")
        #expect(response.text == "data: {\"number\":1}\n\ndata: {\"number\":2}\n\n")
    }

    @Test func `one of several responses is a stream`() async throws {
        let lines = try await client.get("/ticks/7")
        #expect(lines.headers["Content-Type"] == "application/jsonl")
        #expect(lines.text == "{\"number\":7}\n")
        #expect(try await client.get("/ticks/0").status == 404)
    }
}

@Serializer
struct Tick {
    var number: Int
}

@Response
struct Ticks {
    @Header("X-Interval") var interval: Int
    @Body var ticks: Streaming<Tick>
}

@Responses
enum TicksOrNothing {
    @Status(200, .jsonLines) case ticks(Streaming<Tick>)
    @Status(404) case none
}

@View("/ticks")
struct TicksView {
    @GET("listTicks")
    func list() async throws -> Ticks { Ticks(interval: 5, ticks: Streaming(ticks(from: 1, to: 2))) }
}

@View("/ticks/{first}")
struct TicksFromView {
    @Path var first: Int

    @GET("listTicksFrom")
    func list() async throws -> TicksOrNothing {
        first == 0 ? .none : .ticks(Streaming(ticks(from: first, to: first)))
    }
}

private func ticks(from first: Int, to last: Int) -> AsyncStream<Tick> {
    AsyncStream { stream in
        for number in first...last { stream.yield(Tick(number: number)) }
        stream.finish()
    }
}

@API(title: "Ticks", version: "1")
enum StreamedResponsesAPI {
    static let views: [any View.Type] = [TicksView.self, TicksFromView.self]
}
