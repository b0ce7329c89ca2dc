import Concord
import ConcordTesting
import Testing

/// The parts of forms, encoded as their Encoding Objects state.
@Suite struct PartEncodingTests {
    private let client = TestClient(PictureAPI.self)

    private func send(
        _ method: HTTPRequest.Method, _ parts: (name: String, type: String?, content: String)...
    ) async throws -> TestResponse {
        let body = parts.map { part in
            let type = part.type.map { "Content-Type: \($0)\r\n" } ?? ""
            return "--x\r\nContent-Disposition: form-data; name=\"\(part.name)\"\r\n\(type)\r\n\(part.content)\r\n"
        }
        return try await client.send(
            method, "/pictures", headers: ["Content-Type": "multipart/form-data; boundary=x"],
            bytes: Array((body.joined() + "--x--\r\n").utf8))
    }

    @Test(arguments: ["image/png", "IMAGE/JPEG", "image/png; q=1", nil] as [String?])
    func `a part of a stated type is accepted`(type: String?) async throws {
        let response = try await send(.post, ("photo", type, "1"), ("words", nil, "a|b c"), ("size", nil, "3,4"))
        #expect(response.json == ["bytes": 1, "words": ["a", "b c"], "size": [3, 4]])
    }

    @Test func `a part of another type is refused`() async throws {
        let response = try await send(.post, ("photo", "image/gif", "1"), ("words", nil, "a"))
        #expect(response.status == 400)
        #expect(
            response.json["errors"]?[0] == [
                "in": "body", "pointer": "/photo", "keyword": "contentMediaType",
                "message": "must be of type image/png or image/jpeg, not image/gif",
            ])
    }

    @Test func `the encoding of an operation takes precedence`() async throws {
        #expect(try await send(.put, ("photo", "image/gif", "1"), ("words", nil, "a b")).json == ["a", "b"])
        #expect(try await send(.put, ("photo", "image/png", "1"), ("words", nil, "a")).status == 400)
    }

    @Test func `the text of a part is not decoded again`() async throws {
        let response = try await send(.post, ("photo", nil, "1"), ("words", nil, "a%7Cb|c+d"))
        #expect(response.json["words"] == ["a%7Cb", "c+d"])
        #expect(try await send(.put, ("photo", nil, "1"), ("words", nil, "a%20b+c d")).json == ["a%20b+c", "d"])
    }

    @Test func `a URL-encoded form has the same styles`() async throws {
        let response = try await client.send(
            .patch, "/pictures", headers: ["Content-Type": "application/x-www-form-urlencoded"],
            bytes: Array("words=a|b+c&size=3,4".utf8))
        #expect(response.json == ["words": ["a", "b c"], "size": [3, 4]])
        let refused = try await client.send(
            .patch, "/pictures", headers: ["Content-Type": "application/x-www-form-urlencoded"],
            bytes: Array("words=a&size=3,x".utf8))
        #expect(refused.json["errors"]?[0]?["pointer"] == "/size/1")
    }
}

@Serializer
struct PictureForm {
    @Field(.contentType("image/png", "image/jpeg")) var photo: File
    @Field(.style(.pipeDelimited), .explode(false)) var words: [String]
    @Field(.explode(false)) var size: [Int] = []
}

@Serializer
struct PictureWords {
    @Field(.style(.pipeDelimited), .explode(false)) var words: [String]
    @Field(.explode(false)) var size: [Int] = []
}

@Serializer
struct PictureSummary {
    var bytes: Int
    var words: [String]
    var size: [Int]
}

@View("/pictures")
struct PictureView {
    @POST("addPicture")
    func post(@Body(.multipart) form: PictureForm) async throws -> PictureSummary {
        PictureSummary(bytes: form.photo.size, words: form.words, size: form.size)
    }

    @PUT("replacePicture")
    func put(
        @Body(
            .multipart,
            .encoding([
                "photo": PartEncoding("image/gif"), "words": PartEncoding(style: .spaceDelimited, explode: false),
            ])) form: PictureForm
    ) async throws -> [String] { form.words }

    @PATCH("describePicture")
    func patch(@Body(.form) form: PictureWords) async throws -> PictureWords { form }
}

@API(title: "Pictures", version: "1")
enum PictureAPI {
    static let views: [any View.Type] = [PictureView.self]
}
