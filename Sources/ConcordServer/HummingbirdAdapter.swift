import ConcordCore
import HTTPTypes
import Hummingbird

extension ConcordCore.HTTPRequest {
    /// The request that Hummingbird received; its body is collected when an operation asks for it.
    init(_ request: Request, bodyLimit: Int) {
        var headers = HTTPHeaders()
        for field in request.headers { headers.add(field.name.rawName, field.value) }
        if let authority = request.head.authority, headers["Host"] == nil { headers.add("Host", authority) }
        let body = request.body
        self.init(
            request.method.rawValue, request.uri.string, headers: headers,
            body: HTTPRequestBody(collecting: {
                var bytes: [UInt8] = []
                for try await piece in body {
                    guard bytes.count + piece.readableBytes <= bodyLimit else { return nil }
                    bytes.append(contentsOf: piece.readableBytesView)
                }
                return bytes
            }))
    }
}

extension Response {
    /// The response as Hummingbird sends it.
    init(_ response: ConcordCore.HTTPResponse, isHead: Bool) {
        var headers = HTTPFields()
        for field in response.headers.fields {
            if let name = HTTPField.Name(field.name) { headers.append(HTTPField(name: name, value: field.value)) }
        }
        let body: ResponseBody =
            switch response.body {
            case .bytes(let bytes) where bytes.isEmpty: ResponseBody()
            case .bytes(let bytes): ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            case .stream(let stream):
                ResponseBody { writer in
                    try await stream { piece in try await writer.write(ByteBuffer(bytes: piece)) }
                    try await writer.finish(nil)
                }
            }
        self.init(status: HTTPTypes.HTTPResponse.Status(code: response.status), headers: headers, body: body)
        // RFC 9110 section 8.6 forbids the header where there can be no content.
        if response.status == 204 { self.headers[.contentLength] = nil }
    }
}
