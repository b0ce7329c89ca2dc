import ConcordCore
import ConcordServer
import ConcordTesting
import Foundation
import Testing

/// Multipart bodies. Their parts are read as they arrive.
@Suite struct MultipartTests {
    private enum UploadAPI: API {
        static let views: [any View.Type] = [Uploads.self]
        static let defaultAuthentication: [any Authentication] = []
    }

    private struct Uploads: View {
        static var routes: [_Core.Route] {
            let files = _Core.Wire.map(_Core.Wire.value(File.self))
            return [
                route("/files", files) { files in
                    var chunks = 0
                    for try await _ in files["a"]?.chunks ?? File(content: []).chunks { chunks += 1 }
                    let sizes = files.mapValues { JSON.string("\($0.size) \($0.isOnDisk ? "on disk" : "in memory")") }
                    var object = JSONObject(sizes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
                    object["chunks"] = .number(Number(chunks))
                    return .object(object)
                },
                route("/contents", files) { files in
                    let texts = files.mapValues { JSON.string(String(decoding: $0.content, as: UTF8.self)) }
                    return .object(JSONObject(texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
                },
                route("/copies", files) { files in
                    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
                    defer { try? FileManager.default.removeItem(atPath: path) }
                    try files["a"]?.write(to: path)
                    return .string(try String(contentsOfFile: path, encoding: .utf8))
                },
                route("/texts", _Core.Wire.map(_Core.Wire.value(String.self))) { texts in
                    .object(JSONObject(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
                },
                route("/twice", files) { _ in .string(try await "\(APIRequestReader().body.bytes().count)") },
            ]
        }

        private static func route<C: _Core.Codec>(
            _ path: String, _ codec: C, _ answer: @escaping @Sendable (C.Value) async throws -> JSON
        ) -> _Core.Route {
            _Core.Route(
                path,
                [
                    _Core.ViewOperation("POST", nil) { request in
                        var inputs = _Core.Inputs(request)
                        let value = try await inputs.body(codec, content: [.multipart])
                        guard let value, inputs.isValid else { throw inputs.failure }
                        return try request.respond(200, try await answer(value), _Core.Wire.value(JSON.self))
                    }
                ], access: _Core.AccessSettings())
        }
    }

    /// The request of the running operation.
    private struct APIRequestReader {
        @Environment(\.request) var request

        var body: APIRequest.Body { request?.body ?? APIRequest.Body([]) }
    }

    private static let headers: TestClient.Headers = ["Content-Type": "multipart/form-data; boundary=x"]

    private static func part(_ name: String, _ content: String, file: String? = nil) -> String {
        let name = file.map { "name=\"\(name)\"; filename=\"\($0)\"" } ?? "name=\"\(name)\""
        return "--x\r\nContent-Disposition: form-data; \(name)\r\n\r\n\(content)\r\n"
    }

    private static func body(_ parts: String...) -> [UInt8] { Array((parts.joined() + "--x--\r\n").utf8) }

    private func client(partMemory: Int, folder: URL? = nil) -> TestClient {
        TestClient(UploadAPI.self) { app in
            app.limits.partMemory = partMemory
            if let folder { app.temporaryFolder = folder.path() }
        }
    }

    // MARK: Pieces

    private struct Pieces: AsyncSequence, Sendable {
        let bytes: [UInt8]
        let size: Int

        struct AsyncIterator: AsyncIteratorProtocol {
            var rest: ArraySlice<UInt8>
            let size: Int

            mutating func next() async throws -> [UInt8]? {
                defer { rest = rest.dropFirst(size) }
                return rest.isEmpty ? nil : Array(rest.prefix(size))
            }
        }

        func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: bytes[...], size: size) }
    }

    @Test(arguments: Array(1...12) + [1000])
    func `a body is read in pieces of any size`(size: Int) async throws {
        let body =
            Array("ignored\r\n".utf8)
            + Self.body(
                Self.part("a", "1\r\n--\r\n--y\r\r\n--", file: "a"), Self.part("b", ""), Self.part("c", "\r\n"),
                "--x \t\r\ncontent-disposition: form-data; name=d\r\n\r\n4\r\n")
        var fields = HTTPFields()
        fields[.contentType] = Self.headers[0].value
        let request = APIRequest(
            .post, "/", headers: fields, body: APIRequest.Body(Pieces(bytes: body, size: size)))
        var inputs = _Core.Inputs(request)
        let files = try await inputs.body(_Core.Wire.map(_Core.Wire.value(File.self)), content: [.multipart])
        #expect(inputs.isValid)
        let texts = files?.mapValues { String(decoding: $0.content, as: UTF8.self) }
        #expect(texts == ["a": "1\r\n--\r\n--y\r\r\n--", "b": "", "c": "\r\n", "d": "4"])
    }

    @Test(arguments: [
        ("", "is required"),
        ("--y\r\n", "it does not contain the boundary 'x'"),
        ("--x", "a boundary must be on its own line"),
        ("--xy\r\n", "a boundary must be on its own line"),
        ("--x\r\nContent-Disposition: form-data; name=a\r\n--x--\r\n", "the headers of a part are not terminated"),
        ("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1", "the last part does not end with the boundary"),
        ("--x\r\n\r\n1\r\n--x--\r\n", "a part has no name"),
        ("--x\r\nContent-Type: text/plain\r\n\r\n1\r\n--x--\r\n", "a part has no name"),
    ])
    func `a body that can't be read is refused`(text: String, message: String) async throws {
        let response = try await client(partMemory: 100).send(
            .post, "/files", headers: Self.headers, bytes: Array(text.utf8))
        #expect(response.status == 400)
        #expect(response.text.contains(message))
    }

    @Test func `a body that was read as it arrived can't be read again`() async throws {
        let response = try await client(partMemory: 100).send(
            .post, "/twice", headers: Self.headers, bytes: Self.body(Self.part("a", "1")))
        #expect(response.status == 500)
    }

    // MARK: Files

    @Test func `a part above the limit is in a file that has no name`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let large = String(repeating: "0123456789", count: 20_000)
        let client = client(partMemory: 10, folder: folder)
        let body = Self.body(
            Self.part("a", large, file: "a"), Self.part("b", "0123456789", file: "b"), Self.part("c", "01234567890"))
        let sizes = try await client.send(.post, "/files", headers: Self.headers, bytes: body)
        #expect(sizes.json == ["a": "200000 on disk", "b": "10 in memory", "c": "11 on disk", "chunks": 4])
        let contents = try await client.send(.post, "/contents", headers: Self.headers, bytes: body)
        #expect(contents.json == ["a": .string(large), "b": "0123456789", "c": "01234567890"])
        let copy = try await client.send(.post, "/copies", headers: Self.headers, bytes: body)
        #expect(copy.json == .string(large))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).isEmpty)
    }

    @Test func `text must fit into memory`() async throws {
        let client = client(partMemory: 10)
        let texts = try await client.send(
            .post, "/texts", headers: Self.headers, bytes: Self.body(Self.part("a", "0123456789")))
        #expect(texts.json == ["a": "0123456789"])
        let refused = try await client.send(
            .post, "/texts", headers: Self.headers, bytes: Self.body(Self.part("a", "01234567890")))
        #expect(refused.status == 400)
        #expect(
            refused.json["errors"]?[0] == [
                "in": "body", "pointer": "/a", "keyword": "maxLength", "message": "has 11 bytes, too many for text",
            ])
    }

    @Test func `a folder that can't be written to is an error of the server`() async throws {
        let client = client(partMemory: 10, folder: URL(filePath: "/nowhere"))
        let response = try await client.send(
            .post, "/files", headers: Self.headers, bytes: Self.body(Self.part("a", "01234567890")))
        #expect(response.status == 500)
        #expect(!response.text.contains("nowhere"))
    }
}
