import ConcordCore
import ConcordTesting
import Foundation
import Testing

/// Files with ranges and conditional requests, as HTTP clients request them.
@Suite struct FileResponseTests {
    private static let contents = Array("0123456789".utf8)
    private static let file: String = {
        let path = FileManager.default.temporaryDirectory.appending(path: "concord-\(UUID().uuidString).txt").path
        _ = FileManager.default.createFile(
            atPath: path, contents: Data(contents),
            attributes: [.modificationDate: Date(timeIntervalSince1970: 784_111_777)])
        return path
    }()

    private enum FilesAPI: API {
        static let views: [any View.Type] = [Files.self]
        static let defaultAuthentication: [any Authentication] = []

        struct Files: View {
            static var routes: [_Core.Route] {
                let get = _Core.ViewOperation("GET", "file") { request in
                    let name = request.pathParameter("name") ?? ""
                    let path = name == "missing" ? file + ".missing" : file
                    return try request.respond(
                        200,
                        FileResponse(path: path, cacheControl: "max-age=60", name: name == "named" ? "ä\"b.txt" : nil),
                        content: ["text/plain"])
                }
                return [_Core.Route("/files/{name}", [get], access: _Core.AccessSettings())]
            }
        }
    }

    private let client = TestClient(FilesAPI.self)

    @Test func sendsAFileWithItsState() async throws {
        let response = try await client.get("/files/a")
        #expect(response.status == 200)
        #expect(response.bytes == Self.contents)
        #expect(response.headers["Content-Type"] == "text/plain")
        #expect(response.headers["Content-Length"] == "10")
        #expect(response.headers["Last-Modified"] == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(response.headers["Accept-Ranges"] == "bytes")
        #expect(response.headers["Cache-Control"] == "max-age=60")
        #expect(response.headers["Content-Disposition"] == nil)
        let head = try await client.send(.head, "/files/a")
        #expect(head.headers["Content-Length"] == "10")
        #expect(head.headers["ETag"] == response.headers["ETag"])
        let named = try await client.get("/files/named")
        #expect(
            named.headers["Content-Disposition"]
                == #"attachment; filename="__b.txt"; filename*=UTF-8''%C3%A4%22b%2Etxt"#)
        #expect(try await client.get("/files/missing").status == 404)
    }

    @Test(
        arguments: [
            ("bytes=0-3", "0123", "bytes 0-3/10"), ("bytes=7-", "789", "bytes 7-9/10"),
            ("bytes=-2", "89", "bytes 8-9/10"),
            ("bytes=8-99", "89", "bytes 8-9/10"), ("bytes=-99", "0123456789", "bytes 0-9/10"),
        ])
    func sendsAPart(range: String, text: String, contentRange: String) async throws {
        let response = try await client.get("/files/a", headers: ["Range": range])
        #expect(response.status == 206)
        #expect(response.text == text)
        #expect(response.headers["Content-Range"] == contentRange)
        #expect(response.headers["Content-Length"] == String(text.utf8.count))
    }

    @Test(arguments: ["bytes=3-1", "bytes=a-b", "bytes=-", "lines=0-1", "bytes=0-1,3-4", "bytes=99999999999999999999-"])
    func disregardsOtherRanges(range: String) async throws {
        #expect(try await client.get("/files/a", headers: ["Range": range]).status == 200)
    }

    @Test(arguments: ["bytes=10-", "bytes=99-100", "bytes=-0"]) func refusesRangesOutside(range: String) async throws {
        let response = try await client.get("/files/a", headers: ["Range": range])
        #expect(response.status == 416)
        #expect(response.headers["Content-Range"] == "bytes */10")
        #expect(response.headers["Content-Type"] == "application/problem+json")
    }

    @Test func comparesTheClientsState() async throws {
        let etag = try #require(try await client.get("/files/a").headers["ETag"])
        let then = "Sun, 06 Nov 1994 08:49:37 GMT"
        let before = "Sun, 06 Nov 1994 08:49:36 GMT"
        func status(_ headers: TestClient.Headers) async throws -> Int {
            try await client.get("/files/a", headers: headers).status.code
        }
        #expect(try await status(["If-None-Match": etag]) == 304)
        #expect(try await status(["If-None-Match": "\"x\", W/\(etag)"]) == 304)
        #expect(try await status(["If-None-Match": "*"]) == 304)
        #expect(try await status(["If-None-Match": "\"x\"", "If-Modified-Since": then]) == 200)
        #expect(try await status(["If-Modified-Since": then]) == 304)
        #expect(try await status(["If-Modified-Since": before]) == 200)
        #expect(try await status(["If-Modified-Since": "yesterday"]) == 200)
        #expect(try await status(["If-Match": etag]) == 200)
        #expect(try await status(["If-Match": "\"x\""]) == 412)
        #expect(try await status(["If-Unmodified-Since": before]) == 412)
        #expect(try await status(["Range": "bytes=0-1", "If-Range": etag]) == 206)
        #expect(try await status(["Range": "bytes=0-1", "If-Range": "\"x\""]) == 200)
        #expect(try await status(["Range": "bytes=0-1", "If-Range": then]) == 206)
        let unchanged = try await client.get("/files/a", headers: ["If-None-Match": etag])
        #expect(unchanged.bytes.isEmpty)
        #expect(unchanged.headers["ETag"] == etag)
        #expect(unchanged.headers["Cache-Control"] == "max-age=60")
    }

    @Test func sendsTheSameOverASocket() async throws {
        try await TestClient.serving(FilesAPI.self) { client in
            let part = try await client.get("/files/a", headers: ["Range": "bytes=2-4"])
            #expect(part.status == 206)
            #expect(part.text == "234")
            let whole = try await client.get("/files/a")
            #expect(whole.bytes == Self.contents)
        }
    }
}
