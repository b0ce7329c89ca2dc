import ConcordCore
import ConcordServer
import ConcordTesting
import Foundation
import Testing

/// Bodies in the content codings, character sets and sizes that a server accepts and refuses.
@Suite struct BodyTests {
    enum BodyAPI: API {
        static let views: [any View.Type] = [Bodies.self]
        static let defaultAuthentication: [any Authentication] = []
    }

    struct Bodies: View {
        static var routes: [_Core.Route] {
            [
                route("/json", _Core.Wire.value(JSON.self), [.json]),
                route("/lines", _Core.Wire.list(_Core.Wire.value(Int.self)), [.jsonLines]),
                route("/text", _Core.Wire.value(String.self), [.text]),
                route("/form", _Core.Wire.map(_Core.Wire.value(String.self)), [.form, .multipart]),
                route("/xml", _Core.Wire.value(String.self), [.xml]),
                _Core.Route(
                    "/files",
                    [
                        _Core.ViewOperation("POST", "upload") { request in
                            var inputs = _Core.Inputs(request)
                            let files = try await inputs.body(
                                _Core.Wire.map(_Core.Wire.value(File.self)), content: [.multipart])
                            guard let file = files?.values.first, inputs.isValid else { throw inputs.failure }
                            var response = try request.respond(200, file.name ?? "", _Core.Wire.value(String.self))
                            response.headers["X-File-Name"] = file.name
                            return response
                        }
                    ], access: _Core.AccessSettings()),
            ]
        }

        private static func route<C: _Core.Codec>(_ path: String, _ codec: C, _ content: [MediaType]) -> _Core.Route {
            _Core.Route(
                path,
                [
                    _Core.ViewOperation("POST", "post") { request in
                        var inputs = _Core.Inputs(request)
                        let value = try await inputs.body(codec, content: content)
                        guard let value, inputs.isValid else { throw inputs.failure }
                        return try request.respond(200, value, codec)
                    }
                ], access: _Core.AccessSettings())
        }
    }

    private let client = TestClient(BodyAPI.self)

    private func send(
        _ path: String, _ type: String, _ bytes: [UInt8], coding: String? = nil
    ) async throws -> TestResponse {
        let headers: TestClient.Headers =
            coding.map { ["Content-Type": type, "Content-Encoding": $0] } ?? ["Content-Type": type]
        return try await client.send(.post, path, headers: headers, bytes: bytes)
    }

    private func send(_ path: String, _ type: String, _ text: String) async throws -> TestResponse {
        try await send(path, type, Array(text.utf8))
    }

    // MARK: Content codings

    /// `{"a": [1, 2, 3]}`, compressed by Python's `gzip` and `zlib`.
    private static let encoded = [
        "gzip": "H4sIAAAAAAACA6tWSlSyUog21FEw0lEwjq0FAMrE0AAQAAAA",
        "deflate": "eJyrVkpUslKINtRRMNJRMI6tBQAgvQPe",
    ]

    @Test(arguments: [("gzip", "gzip"), ("x-gzip", "gzip"), ("GZIP", "gzip"), ("deflate", "deflate")])
    func `a compressed body is decoded`(name: String, coding: String) async throws {
        let bytes = Array(try #require(Self.encoded[coding].flatMap { Data(base64Encoded: $0) }))
        let response = try await send("/json", "application/json", bytes, coding: name)
        #expect(response.json == ["a": [1, 2, 3]])
        let cut = try await send("/json", "application/json", bytes.dropLast(9), coding: name)
        #expect(cut.status == 400)
    }

    @Test(arguments: ["br", "gzip, gzip", "zstd"]) func `another coding is refused`(name: String) async throws {
        let response = try await send("/json", "application/json", Array("{}".utf8), coding: name)
        #expect(response.status == 415)
        #expect(response.headers["Accept-Encoding"] == "gzip, deflate")
    }

    @Test func `what is no gzip is refused`() async throws {
        let response = try await send("/json", "application/json", Array("{}".utf8), coding: "gzip")
        #expect(response.status == 400)
        let empty = try await send("/json", "application/json", [], coding: "gzip")
        #expect(empty.status == 400)
    }

    @Test func `a decompression bomb exceeds the limit of the body`() async throws {
        let bomb = try gzip(of: Array(repeating: UInt8(ascii: " "), count: 64 << 20))
        #expect(bomb.count < 128 * 1024)
        let response = try await send("/json", "application/json", bomb, coding: "gzip")
        #expect(response.status == 413)
    }

    /// Compressed by the program with that name.
    private func gzip(of bytes: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(bytes).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", file.path]
        try process.run()
        process.waitUntilExit()
        let result = file.appendingPathExtension("gz")
        defer { try? FileManager.default.removeItem(at: result) }
        return Array(try Data(contentsOf: result))
    }

    @Test func `responses are compressed if the app and the client want it`() async throws {
        let text = String(repeating: "text ", count: 1000)
        let plain = try await client.send(
            .post, "/text", headers: ["Content-Type": "text/plain", "Accept-Encoding": "gzip"], bytes: Array(text.utf8))
        #expect(plain.headers["Content-Encoding"] == nil)
        let client = TestClient(BodyAPI.self) { $0.compressesResponses = true }
        for (accepted, coding) in [
            ("gzip", "gzip"), ("deflate", "deflate"), ("gzip;q=0.5, deflate", "deflate"), ("gzip;q=0", nil),
            ("*", "gzip"),
            ("identity", nil),
        ] as [(String, String?)] {
            let response = try await client.send(
                .post, "/text", headers: ["Content-Type": "text/plain", "Accept-Encoding": accepted],
                bytes: Array(text.utf8))
            #expect(response.headers["Content-Encoding"] == coding, "\(accepted)")
            #expect(response.headers["Vary"] == "Accept-Encoding")
            guard let coding else { continue }
            #expect(response.bytes.count < 200)
            let back = try await client.send(
                .post, "/text", headers: ["Content-Type": "text/plain", "Content-Encoding": coding],
                bytes: response.bytes)
            #expect(back.json == .string(plain.text))
        }
    }

    // MARK: Media types

    @Test func `JSON Lines are an array`() async throws {
        #expect(try await send("/lines", "application/jsonl", "1\n2\r\n\n3\n").json == [1, 2, 3])
        #expect(try await send("/lines", "application/jsonl", "").status == 400)
        let two = try await send("/lines", "application/jsonl", "1\n2,3\n")
        #expect(two.json["errors"]?[0]?["message"] == "is not valid JSON Lines: line 2 is not a JSON value")
        let text = try await send("/lines", "application/jsonl", "1\n\"2\"\n")
        #expect(text.json["errors"]?[0]?["pointer"] == "/1")
    }

    @Test func `text is UTF-8`() async throws {
        #expect(try await send("/text", "text/plain; charset=\"UTF-8\"", "é").json == "é")
        #expect(try await send("/text", "text/plain; charset=us-ascii", "e").json == "e")
        #expect(try await send("/text", "text/plain; charset=iso-8859-1", "e").status == 415)
        #expect(try await send("/json", "application/json; charset=utf-16", "{}").status == 415)
        #expect(try await send("/text", "text/plain", [0xFF]).status == 400)
        #expect(
            try await send("/json", "application/json", Array("\"".utf8) + [0xC3, 0x28] + Array("\"".utf8)).status
                == 400)
    }

    @Test func `XML is refused`() async throws {
        #expect(try await send("/xml", "application/xml", "<a/>").status == 415)
    }

    // MARK: File names

    @Test func `a file name is text, and begins no header field`() async throws {
        let name = "../../etc/passwd\nSet-Cookie: a=b"
        let body = """
            --x\r\nContent-Disposition: form-data; name="f"; filename="\(name)"\r\nContent-Type: image/png\r\n\r\n1\r\n--x--\r\n
            """
        let response = try await send("/files", "multipart/form-data; boundary=x", body)
        #expect(response.json == .string(name))
        #expect(response.headers["X-File-Name"] == "../../etc/passwd Set-Cookie: a=b")
        #expect(response.headers["Set-Cookie"] == nil)
    }

    @Test func `a part can have any name`() async throws {
        let body = """
            --x\r\nContent-Disposition: form-data; name="\u{315}a"\r\n\r\n1\r\n\
            --x\r\nContent-Disposition: form-data; name=""\r\n\r\n2\r\n--x--\r\n
            """
        #expect(try await send("/form", "multipart/form-data; boundary=x", body).json == ["\u{315}a": "1", "": "2"])
    }

    @Test func `a form without fields is an object without properties`() async throws {
        #expect(try await send("/form", "application/x-www-form-urlencoded", "").json == [:])
        #expect(try await send("/form", "multipart/form-data; boundary=x", "").status == 400)
    }

    // MARK: Limits

    private var limited: TestClient {
        TestClient(BodyAPI.self) { app in
            app.limits.nesting = 3
            app.limits.fields = 2
            app.limits.parts = 2
            app.limits.headerSize = 1000
        }
    }

    @Test func `the depth of JSON is limited`() async throws {
        #expect(try await limited.post("/json", json: [[[1]]]).status == 200)
        #expect(try await limited.post("/json", json: [[[[1]]]]).status == 400)
        let deep = String(repeating: "[", count: 100_000)
        #expect(try await send("/json", "application/json", deep).status == 400)
        var limits = APIRequest.Limits()
        limits.nesting = .max
        #expect(limits.nesting == 512)
    }

    @Test func `the number of fields is limited`() async throws {
        let form = "application/x-www-form-urlencoded"
        let allowed = try await limited.send(
            .post, "/form", headers: ["Content-Type": form], bytes: Array("a=1&b=2".utf8))
        #expect(allowed.json == ["a": "1", "b": "2"])
        let refused = try await limited.send(
            .post, "/form", headers: ["Content-Type": form], bytes: Array("a=1&b=2&c=3".utf8))
        #expect(refused.status == 400)
        let query = try await limited.send(
            .post, "/form?x=1&y=2&z=3", headers: ["Content-Type": form], bytes: Array("a=1".utf8))
        #expect(query.status == 400)
    }

    @Test(arguments: [(1, 200), (2, 200), (3, 400)])
    func `the number of parts is limited`(count: Int, status: Int) async throws {
        let parts = (0..<count).map { "--x\r\nContent-Disposition: form-data; name=\"p\($0)\"\r\n\r\n\($0)\r\n" }
        let response = try await limited.send(
            .post, "/form", headers: ["Content-Type": "multipart/form-data; boundary=x"],
            bytes: Array((parts.joined() + "--x--\r\n").utf8))
        #expect(response.status.code == status)
    }

    @Test func `the size of the target and of header fields is limited`() async throws {
        let long = String(repeating: "a", count: 1000)
        #expect(try await limited.get("/json?\(long)").status == 414)
        #expect(try await limited.get("/json", headers: ["X-Long": long]).status == 431)
        #expect(try await limited.get("/json", headers: ["X-Short": "a"]).status == 405)
    }
}
