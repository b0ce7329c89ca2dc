import Foundation
import Hummingbird

/// Hummingbird alone, with prepared bytes instead of encoding and decoding.
func bareRouter() throws -> Router<BasicRequestContext> {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    let twenty = ByteBuffer(bytes: try encoder.encode(Station.twenty))
    let hundred = ByteBuffer(bytes: try encoder.encode(Station.hundred))
    let one = ByteBuffer(bytes: try encoder.encode(Station.twenty[0]))

    @Sendable func response(_ status: HTTPResponse.Status, _ bytes: ByteBuffer) -> Response {
        Response(status: status, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: bytes))
    }
    let router = Router()
    router.get("/stations/:count") { _, context in
        response(.ok, try context.parameters.require("count", as: Int.self) == 100 ? hundred : twenty)
    }
    router.get("/station") { _, _ in response(.ok, one) }
    router.post("/station") { request, _ in
        _ = try await request.body.collect(upTo: 1 << 20)
        return response(.created, one)
    }
    return router
}

extension Station: ResponseEncodable {}

/// Hummingbird with its JSON coders, which are Foundation's.
func codableRouter() -> Router<BasicRequestContext> {
    let router = Router()
    router.get("/stations/:count") { _, context in
        try context.parameters.require("count", as: Int.self) == 100 ? Station.hundred : Station.twenty
    }
    router.get("/station") { _, _ in Station.twenty[0] }
    router.post("/station") { request, context in
        EditedResponse(status: .created, response: try await request.decode(as: Station.self, context: context))
    }
    return router
}
