import Concord
import ConcordTesting
import Testing

/// Bodies with unusual combinations of media type and shape: bytes in an XML format, and URL-encoded forms that aren't
/// objects.
@Suite struct BodyShapesTests {
    private let client = TestClient(BodyShapesAPI.self)

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ type: String, _ text: String
    ) async throws -> TestResponse {
        try await client.send(method, path, headers: ["Content-Type": type], bytes: Array(text.utf8))
    }

    // MARK: Bytes

    @Test(arguments: ["image/svg+xml", "image/svg+xml; charset=iso-8859-1", "application/xml"])
    func `bytes can have an XML format`(type: String) async throws {
        let response = try await send(.post, "/drawings", type, "<svg/>")
        #expect(response.status == 200)
        #expect(response.json == 6)
    }

    @Test func `a stream of bytes can have an XML format`() async throws {
        #expect(try await send(.patch, "/drawings", "image/svg+xml", "<svg/>").json == 6)
        #expect(try await send(.patch, "/drawings", "image/png", "<svg/>").status == 415)
    }

    @Test func `a response of bytes can have an XML format`() async throws {
        let response = try await client.get("/drawings")
        #expect(response.status == 200)
        #expect(response.headers["Content-Type"] == "image/svg+xml")
        #expect(response.text == "<svg/>")
    }

    @Test func `the media type chooses the case, and only bytes are read from XML`() async throws {
        #expect(try await send(.put, "/drawings", "application/json", #""square""#).json == "square")
        #expect(try await send(.put, "/drawings", "image/svg+xml", "<svg/>").json == "6 bytes")
        let text = try await send(.put, "/drawings", "text/xml", "<a/>")
        #expect(text.status == 415)
        #expect(text.headers["Accept"] == "application/json, image/svg+xml")
        #expect(try await client.send(.put, "/drawings", bytes: Array(#""circle""#.utf8)).json == "circle")
    }

    // MARK: Forms

    @Test(arguments: ["a+b&c%26d", "x=a+b&x=c%26d", "0=a+b&1=c%26d"])
    func `a form that is an array has the values of its fields`(text: String) async throws {
        let response = try await send(.post, "/words", "application/x-www-form-urlencoded", text)
        #expect(response.json == ["a b", "c&d"])
        #expect(try await client.get("/words?" + text).json == ["a b", "c&d"])
    }

    @Test func `an array in a form has rules`() async throws {
        let empty = try await send(.post, "/words", "application/x-www-form-urlencoded", "")
        #expect(empty.status == 400)
        #expect(empty.json["errors"]?[0]?["keyword"] == "minItems")
        let long = try await send(.post, "/words", "application/x-www-form-urlencoded", "a&b&c")
        #expect(long.json["errors"]?[0]?["keyword"] == "maxItems")
    }

    @Test func `a form that is a scalar is its text`() async throws {
        #expect(try await send(.put, "/words", "application/x-www-form-urlencoded", "42").json == 42)
        #expect(try await send(.put, "/words", "application/x-www-form-urlencoded", "%34+").status == 400)
        #expect(try await send(.patch, "/words", "application/x-www-form-urlencoded", "a=b+c%21").json == "a=b c!")
        #expect(try await send(.patch, "/words", "application/x-www-form-urlencoded", "%FF").status == 400)
    }

    // MARK: Integers

    @Test(arguments: ["1180591620717411303424", "-1180591620717411303424", "9223372036854775808", "1e30"])
    func `an integer beyond 64 bits is refused with the range`(number: String) async throws {
        let message: JSON = "must be between -9223372036854775808 and 9223372036854775807"
        let body = try await send(.post, "/integers/1", "application/json", number)
        let query = try await send(.post, "/integers/1?least=\(number)", "application/json", "1")
        let path = try await send(.post, "/integers/\(number)", "application/json", "1")
        for response in [body, query, path] {
            #expect(response.status == 400)
            #expect(response.json["errors"]?[0]?["keyword"] == "format")
            #expect(response.json["errors"]?[0]?["message"] == message)
        }
        let least = "-9223372036854775808"
        let response = try await send(.post, "/integers/\(least)?least=\(least)", "application/json", least)
        #expect(response.text == "[\(least),\(least),\(least)]")
    }
}

@View("/drawings")
struct DrawingsView {
    @RequestBody enum Drawing {
        @Content(.json) case name(String)
        @Content("image/svg+xml") case picture(Bytes)
        @Content("text/xml") case text(String)
    }

    @GET("getDrawing")
    @Response(200, .content("image/svg+xml"))
    func get() async throws -> Bytes { Bytes("<svg/>".utf8) }

    @POST("addDrawing")
    func post(@Body("image/svg+xml", .xml) drawing: File) async throws -> Int { drawing.size }

    @PUT("replaceDrawing")
    func put(@Body drawing: Drawing) async throws -> String {
        switch drawing {
        case .name(let name): name
        case .picture(let bytes): "\(bytes.content.count) bytes"
        case .text(let text): text
        }
    }

    @PATCH("streamDrawing")
    func patch(@Body("image/svg+xml") drawing: APIRequest.Body) async throws -> Int { try await drawing.bytes().count }
}

@View("/words")
struct WordsView {
    @GET("findWords")
    func get(@QueryString("words", .content(.form)) words: [String]) async throws -> [String] { words }

    @POST("sendWords")
    func post(@Body(.form, .minItems(1), .maxItems(2)) words: [String]) async throws -> [String] { words }

    @PUT("sendNumber")
    func put(@Body(.form) number: Int) async throws -> Int { number }

    @PATCH("sendText")
    func patch(@Body(.form) text: String) async throws -> String { text }
}

@View("/integers/{key}")
struct IntegerView {
    @Path var key: Int

    @POST("sendInteger")
    func post(@Query least: Int = 0, @Body number: Int) async throws -> [Int] { [key, least, number] }
}

@API(title: "Body shapes", version: "1")
enum BodyShapesAPI {
    static let views: [any View.Type] = [DrawingsView.self, WordsView.self, IntegerView.self]
}
