import ConcordCore
import ConcordServer
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Calls an API in a test, in memory or over a socket, with the same code.
///
///     let client = TestClient(PetAPI.self)
///     let response = try await client.get("/pets?limit=3")
///     #expect(response.status == 200)
///     #expect(response.json[0]?["name"] == "Rex")
public struct TestClient: Sendable {
    private let send: @Sendable (HTTPRequest) async throws -> TestResponse

    /// Calls an API in memory.
    public init(_ api: any API.Type) {
        let handler = RequestHandler(api)
        send = { try await TestResponse(handler.respond(to: $0)) }
    }

    /// Serves an API at a free port while a closure runs, which gets a client that calls it over the socket.
    public static func serving<Result: Sendable>(
        _ api: any API.Type,
        _ body: @escaping @Sendable (TestClient) async throws -> Result
    ) async throws -> Result {
        try await serving(APIServer(api, configuration: APIServer.Configuration(port: 0)), body)
    }

    /// Runs a server while a closure runs, which gets a client that calls it over the socket.
    public static func serving<Result: Sendable>(
        _ server: APIServer,
        _ body: @escaping @Sendable (TestClient) async throws -> Result
    ) async throws -> Result {
        try await server.run(while: { port in
            try await body(TestClient(send: { try await SocketClient(port: port).send($0) }))
        })
    }

    private init(send: @escaping @Sendable (HTTPRequest) async throws -> TestResponse) { self.send = send }

    /// Sends a request of any method.
    public func send(
        _ method: String,
        _ target: String,
        headers: HTTPHeaders = HTTPHeaders(),
        bytes: [UInt8] = []
    ) async throws -> TestResponse {
        try await send(HTTPRequest(method, target, headers: headers, body: HTTPRequestBody(bytes)))
    }

    /// Sends a request with JSON as its body.
    public func send(
        _ method: String,
        _ target: String,
        headers: HTTPHeaders = HTTPHeaders(),
        json: JSON
    ) async throws -> TestResponse {
        try await send(method, target, headers: headers, body: json)
    }

    /// Sends a request with a serializer's value as its body, in JSON, as a client would write it.
    public func send(
        _ method: String,
        _ target: String,
        headers: HTTPHeaders = HTTPHeaders(),
        body: some WireValue
    ) async throws -> TestResponse {
        var headers = headers
        if headers["Content-Type"] == nil { headers["Content-Type"] = MediaType.json.name }
        var writer = JSONWriter(side: .request)
        body.write(to: &writer)
        return try await send(method, target, headers: headers, bytes: writer.bytes)
    }

    /// Sends a GET request.
    public func get(_ target: String, headers: HTTPHeaders = HTTPHeaders()) async throws -> TestResponse {
        try await send("GET", target, headers: headers)
    }

    /// Sends a DELETE request.
    public func delete(_ target: String, headers: HTTPHeaders = HTTPHeaders()) async throws -> TestResponse {
        try await send("DELETE", target, headers: headers)
    }

    /// Sends a POST request with JSON as its body.
    public func post(_ target: String, headers: HTTPHeaders = HTTPHeaders(), json: JSON) async throws -> TestResponse {
        try await send("POST", target, headers: headers, json: json)
    }

    /// Sends a PUT request with JSON as its body.
    public func put(_ target: String, headers: HTTPHeaders = HTTPHeaders(), json: JSON) async throws -> TestResponse {
        try await send("PUT", target, headers: headers, json: json)
    }

    /// Sends a PATCH request with JSON as its body.
    public func patch(_ target: String, headers: HTTPHeaders = HTTPHeaders(), json: JSON) async throws -> TestResponse {
        try await send("PATCH", target, headers: headers, json: json)
    }
}

/// What an API answered.
public struct TestResponse: Sendable {
    /// `200`.
    public let status: Int
    /// The headers.
    public let headers: HTTPHeaders
    /// The body.
    public let bytes: [UInt8]

    /// The body as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The body as JSON; null where it is none.
    public var json: JSON { (try? decode(JSON.self)) ?? .null }

    /// The body as a serializer's value; throws everything that is wrong with it.
    public func decode<Value: WireValue>(_ type: Value.Type) throws -> Value {
        var issues = Issues()
        let value = JSONReader.read(bytes, Wire.value(type), side: .response, issues: &issues)
        guard let value, issues.isEmpty else { throw UnexpectedBody(issues: issues.found) }
        return value
    }

    /// A body that isn't what a test asked for.
    public struct UnexpectedBody: Error {
        /// What is wrong with it.
        public let issues: [Issue]
    }
}

extension TestResponse {
    fileprivate init(_ response: HTTPResponse) async throws {
        status = response.status
        headers = response.headers
        switch response.body {
        case .bytes(let bytes): self.bytes = bytes
        case .stream(let stream):
            var pieces: [UInt8] = []
            try await stream { pieces += $0 }
            bytes = pieces
        }
    }
}

/// Calls a server on this machine.
private struct SocketClient {
    let port: Int

    func send(_ request: HTTPRequest) async throws -> TestResponse {
        let target = request.path + (request.query.map { "?\($0)" } ?? "")
        guard let url = URL(string: "http://127.0.0.1:\(port)\(target)") else { throw URLError(.badURL) }
        var outgoing = URLRequest(url: url)
        outgoing.httpMethod = request.method
        for field in request.headers.fields { outgoing.addValue(field.value, forHTTPHeaderField: field.name) }
        let body = try await request.body.bytes()
        if !body.isEmpty { outgoing.httpBody = Data(body) }
        // A busy machine may be slow to answer, which is no fault of the API's.
        outgoing.timeoutInterval = 900
        let (data, response) = try await URLSession.shared.data(for: outgoing)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        var headers = HTTPHeaders()
        for (name, value) in response.allHeaderFields { headers.add("\(name)", "\(value)") }
        return TestResponse(status: response.statusCode, headers: headers, bytes: Array(data))
    }
}
