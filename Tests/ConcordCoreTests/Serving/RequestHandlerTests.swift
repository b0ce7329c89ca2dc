import ConcordCore
import ConcordTesting
import Testing

@Suite struct RequestHandlerTests {
    let client = TestClient(PetAPI.self)

    @Test func readsEveryInput() async throws {
        let response = try await client.get(
            "/pets?tags=a%7Cb&sort_by=age&filter%5Bage%5D=7&page_size=9", headers: ["X-Tenant": "acme"])
        #expect(response.status == 200)
        #expect(response.headers["x-next"] == "acme")
        #expect(response.headers["Content-Type"] == "application/json")
        #expect(response.json[0]?["name"] == "a+b")
        #expect(response.json[0]?["tags"] == ["9", "age", "7"])
    }

    @Test func fillsInDefaults() async throws {
        let response = try await client.get("/pets")
        #expect(response.json[0]?["tags"] == ["50", "name", "0"])
        #expect(response.headers["X-Next"] == nil)
    }

    @Test func namesEveryBadInput() async throws {
        let response = try await client.get("/pets?page_size=0&sort_by=size&filter[age]=old")
        #expect(response.status == 400)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        #expect(
            response.json == [
                "title": "Bad Request", "status": 400, "detail": "The request is not valid.",
                "errors": [
                    ["in": "query", "name": "page_size", "keyword": "minimum", "message": "must be at least 1"],
                    [
                        "in": "query", "name": "sort_by", "keyword": "enum",
                        "message": "is not one of the allowed values",
                    ],
                    [
                        "in": "query", "name": "filter", "pointer": "/age", "keyword": "type",
                        "message": "must be an integer",
                    ],
                ],
            ])
    }

    @Test func namesBadParts() async throws {
        let path = try await client.get("/pets/seven")
        #expect(
            path.json["errors"]?[0] == [
                "in": "path", "name": "id", "keyword": "type", "message": "must be an integer",
            ])
        let body = try await client.post("/pets", json: ["name": "", "tags": [1]])
        #expect(body.status == 400)
        #expect(body.json["errors"]?[0]?["pointer"] == "/name")
        #expect(body.json["errors"]?[1]?["pointer"] == "/tags/0")
        let none = try await client.send(.post, "/pets")
        #expect(
            none.json["errors"]?[0] == ["in": "body", "pointer": "", "keyword": "required", "message": "is required"])
    }

    @Test func answersWithTheCaseOfTheOutcome() async throws {
        #expect(try await client.post("/pets", json: ["name": "Rex"]).status == 201)
        #expect(try await client.post("/pets", json: ["name": "none"]).status == 204)
        let later = try await client.post("/pets", json: ["name": "later"])
        #expect(later.status == 202)
        #expect(later.headers["Content-Type"] == "text/plain")
        #expect(later.text == "soon")
    }

    @Test func answersWithDeclaredErrors() async throws {
        let twice = try await client.post("/pets", json: ["name": "twice"])
        #expect(twice.status == 409)
        #expect(twice.json == ["message": "There is one already."])
        #expect(try await client.post("/pets", json: ["name": "teapot"]).status == 418)
    }

    @Test func hidesOtherErrors() async throws {
        let response = try await client.post("/pets", json: ["name": "bug"])
        #expect(response.status == 500)
        #expect(response.json["detail"] == "The server failed to handle the request.")
        let id = try #require(response.headers["X-Request-Id"])
        #expect(response.json["requestId"] == .string(id))
        #expect(!response.text.contains("bug"))
    }

    @Test func tellsWhatHasNoCode() async throws {
        let response = try await client.get("/pets/7")
        #expect(response.status == 501)
        #expect(response.json["title"] == "Not Implemented")
    }

    @Test func answersForOtherMethods() async throws {
        let put = try await client.put("/pets/7", json: [:])
        #expect(put.status == 405)
        #expect(put.headers["Allow"] == "GET, DELETE, HEAD, OPTIONS")
        #expect(try await client.send(.options, "/pets").headers["Allow"] == "GET, POST, HEAD, OPTIONS")
        let head = try await client.send(.head, "/pets")
        #expect(head.status == 200)
        #expect(head.bytes.isEmpty)
        #expect(head.headers["Content-Length"].flatMap { Int($0) } ?? 0 > 0)
    }

    @Test func answersForOtherPaths() async throws {
        #expect(try await client.get("/cats").status == 404)
        #expect(try await client.get("/pets/").status == 404)
        #expect(try await client.get("/pets/7/toys").status == 404)
    }

    @Test func negotiates() async throws {
        let other = try await client.send(
            .post, "/pets", headers: ["Content-Type": "text/csv"], bytes: Array("a,b".utf8))
        #expect(other.status == 415)
        #expect(other.headers["Accept"] == "application/json")
        let unacceptable = try await client.get("/pets", headers: ["Accept": "image/png, text/*;q=0.5"])
        #expect(unacceptable.status == 200)
        #expect(unacceptable.headers["Content-Type"] == "application/json")
        #expect(try await client.get("/pets", headers: ["Accept": "text/html, */*;q=0.1"]).status == 200)
    }

    @Test func readsMultipart() async throws {
        let body = """
            --x\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n\u{1}\u{2}\r\n\
            --x\r\nContent-Disposition: form-data; name="caption"\r\n\r\nHello\r\n\
            --x\r\nContent-Disposition: form-data; name="places"\r\n\r\n3\r\n\
            --x\r\nContent-Disposition: form-data; name="places"\r\nContent-Type: application/json\r\n\r\n4\r\n--x--\r\n
            """
        let type = "multipart/form-data; boundary=x"
        let response = try await client.send(
            .post, "/upload", headers: ["Content-Type": type], bytes: Array(body.utf8))
        #expect(response.text == #""a.png 2 Hello [\"3\", \"4\"]""#)
        let empty = try await client.send(
            .post, "/upload", headers: ["Content-Type": type], bytes: Array("--x--\r\n".utf8))
        #expect(
            empty.json["errors"]?[0] == [
                "in": "body", "pointer": "/photo", "keyword": "required", "message": "is required",
            ])
        let broken = try await client.send(.post, "/upload", headers: ["Content-Type": type], bytes: Array("--y".utf8))
        let message = "is not a valid multipart body: it does not contain the boundary 'x'"
        #expect(broken.json["errors"]?[0]?["message"] == .string(message))
    }

    @Test func servesTheDocument() async throws {
        #expect(try await client.get("/openapi.yaml").text == "openapi: 3.1.1\n")
        #expect(try await client.get("/openapi.json").json == ["openapi": "3.1.1"])
        let page = try await client.get("/docs")
        #expect(page.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(page.headers["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
    }
}
