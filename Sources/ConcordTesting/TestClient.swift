import ConcordCore
import ConcordDatabase
import ConcordServer
import Foundation
import Hummingbird
import Logging

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A client for tests that calls an API in memory or over a socket.
///
///     @Test func listsPets() async throws {
///         let client = TestClient(PetAPI.self)
///         let response = try await client.get("/pets?limit=3", headers: ["Authorization": "Bearer secret"])
///         #expect(response.status == 200)
///         #expect(response.json[0]?["name"] == "Rex")
///     }
///
/// In both cases, requests pass through the middleware, access control and validation of the app.
///
/// If the API embeds a document, the client checks each response against it, and throws a ``ContractBreach`` for a
/// response that violates it. To receive such responses, set `app.contractChecks = .never` in `configure`.
public struct TestClient: Sendable {
    /// Header fields, by name.
    public typealias Headers = KeyValuePairs<String, String>

    private let send: @Sendable (HTTPRequest, [UInt8]) async throws -> TestResponse

    /// Creates a client that calls an API in memory.
    ///
    /// - Parameters:
    ///   - api: The API. Its `configure` function runs before the first request.
    ///   - configure: A closure that changes the settings after that function.
    public init(
        _ api: any API.Type,
        configure: @escaping @Sendable (inout AppConfiguration) async throws -> Void = { _ in }
    ) {
        self.init(api.served, configure: configure)
    }

    /// Creates a client that calls an API in memory.
    ///
    /// - Parameters:
    ///   - api: The API. Its `configure` function runs before the first request.
    ///   - configure: A closure that changes the settings after that function.
    public init(
        _ api: some SpecifiedAPI,
        configure: @escaping @Sendable (inout AppConfiguration) async throws -> Void = { _ in }
    ) {
        self.init(api.served, configure: configure)
    }

    /// Creates a client that calls an API in memory.
    ///
    /// - Parameters:
    ///   - api: The API. Its `configure` function runs before the first request.
    ///   - configure: A closure that changes the settings after that function.
    public init(
        _ api: ServedAPI,
        configure: @escaping @Sendable (inout AppConfiguration) async throws -> Void = { _ in }
    ) {
        let app = InMemoryApp(api, configure)
        send = { try await app.respond(to: $0, $1) }
    }

    /// Runs a server, and calls a closure with a client for it.
    ///
    /// - Parameters:
    ///   - server: The server. Use port 0 in its configuration for a free port.
    ///   - body: A closure that receives the client. The server stops when it returns.
    public static func serving<Result: Sendable>(
        _ server: APIServer,
        _ body: @escaping @Sendable (TestClient) async throws -> Result
    ) async throws -> Result {
        try await server.run(while: { port in
            let contract = ContractVerification(
                server.handler, server.check, server.app, prefix: server.configuration.pathPrefix)
            return try await body(
                TestClient(send: { request, bytes in
                    let response = try await SocketClient(port: port).send(request, bytes)
                    try contract?.verify(response, to: request)
                    return response
                }))
        })
    }

    /// Serves an API on a free port, and calls a closure with a client for it.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - configure: A closure that changes the settings after the `configure` function of the app.
    ///   - body: A closure that receives the client. The server stops when it returns.
    public static func serving<Result: Sendable>(
        _ api: ServedAPI,
        configure: (inout AppConfiguration) async throws -> Void = { _ in },
        _ body: @escaping @Sendable (TestClient) async throws -> Result
    ) async throws -> Result {
        let (app, database) = try await api.testConfiguration(configure)
        // The end of a test cancels the server, which the server reports as a failure.
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = try APIServer(api, app: app, configuration: APIServer.Configuration(port: 0), logger: logger)
        let result: Swift.Result<Result, any Error>
        do {
            result = .success(try await serving(server, body))
        } catch {
            result = .failure(error)
        }
        await database?.remove()
        return try result.get()
    }

    /// Serves an API on a free port, and calls a closure with a client for it.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - configure: A closure that changes the settings after the `configure` function of the app.
    ///   - body: A closure that receives the client. The server stops when it returns.
    public static func serving<Result: Sendable>(
        _ api: any API.Type,
        configure: (inout AppConfiguration) async throws -> Void = { _ in },
        _ body: @escaping @Sendable (TestClient) async throws -> Result
    ) async throws -> Result {
        try await serving(api.served, configure: configure, body)
    }

    /// Serves an API on a free port, and calls a closure with a client for it.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - configure: A closure that changes the settings after the `configure` function of the app.
    ///   - body: A closure that receives the client. The server stops when it returns.
    public static func serving<Result: Sendable>(
        _ api: some SpecifiedAPI,
        configure: (inout AppConfiguration) async throws -> Void = { _ in },
        _ body: @escaping @Sendable (TestClient) async throws -> Result
    ) async throws -> Result {
        try await serving(api.served, configure: configure, body)
    }

    private init(send: @escaping @Sendable (HTTPRequest, [UInt8]) async throws -> TestResponse) { self.send = send }

    /// Sends a request with any method.
    public func send(
        _ method: HTTPRequest.Method,
        _ target: String,
        headers: Headers = [:],
        bytes: [UInt8] = []
    ) async throws -> TestResponse {
        try await send(method, target, HTTPFields(headers), bytes)
    }

    /// Sends a request with a JSON body.
    public func send(
        _ method: HTTPRequest.Method,
        _ target: String,
        headers: Headers = [:],
        json: JSON
    ) async throws -> TestResponse {
        try await send(method, target, headers: headers, body: json)
    }

    /// Sends a request with a value of a serializer as its JSON body.
    public func send(
        _ method: HTTPRequest.Method,
        _ target: String,
        headers: Headers = [:],
        body: some WireValue
    ) async throws -> TestResponse {
        var fields = HTTPFields(headers)
        if fields[.contentType] == nil { fields[.contentType] = MediaType.json.name }
        var writer = _Core.JSONWriter(side: .request)
        body.write(to: &writer)
        return try await send(method, target, fields, writer.bytes)
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ target: String,
        _ fields: HTTPFields,
        _ bytes: [UInt8]
    ) async throws -> TestResponse {
        try await send(
            HTTPRequest(method: method, scheme: "http", authority: "localhost", path: target, headerFields: fields),
            bytes)
    }

    /// Sends a GET request.
    public func get(_ target: String, headers: Headers = [:]) async throws -> TestResponse {
        try await send(.get, target, headers: headers)
    }

    /// Sends a DELETE request.
    public func delete(_ target: String, headers: Headers = [:]) async throws -> TestResponse {
        try await send(.delete, target, headers: headers)
    }

    /// Sends a POST request with a JSON body.
    public func post(_ target: String, headers: Headers = [:], json: JSON) async throws -> TestResponse {
        try await send(.post, target, headers: headers, json: json)
    }

    /// Sends a PUT request with a JSON body.
    public func put(_ target: String, headers: Headers = [:], json: JSON) async throws -> TestResponse {
        try await send(.put, target, headers: headers, json: json)
    }

    /// Sends a PATCH request with a JSON body.
    public func patch(_ target: String, headers: Headers = [:], json: JSON) async throws -> TestResponse {
        try await send(.patch, target, headers: headers, json: json)
    }
}

extension API {
    /// Replaces a dependency of the app and calls a closure with an in-memory client:
    ///
    ///     try await WeatherAPI.test(\.forecasts, StubForecasts()) { client in
    ///         let response = try await client.get("/stations/1/forecast")
    ///         #expect(response.status == 200)
    ///     }
    ///
    /// - Parameters:
    ///   - dependency: The dependency to replace.
    ///   - value: The replacement.
    ///   - body: A closure that performs the test.
    public static func test<Value: Sendable>(
        _ dependency: WritableKeyPath<AppEnvironment, Value> & Sendable,
        _ value: Value,
        _ body: (TestClient) async throws -> Void
    ) async throws {
        try await body(TestClient(self) { $0.environment[keyPath: dependency] = value })
    }
}

extension SpecifiedAPI {
    /// Replaces a dependency of the app and calls a closure with an in-memory client.
    ///
    /// - Parameters:
    ///   - dependency: The dependency to replace.
    ///   - value: The replacement.
    ///   - body: A closure that performs the test.
    public func test<Value: Sendable>(
        _ dependency: WritableKeyPath<AppEnvironment, Value> & Sendable,
        _ value: Value,
        _ body: (TestClient) async throws -> Void
    ) async throws {
        try await body(TestClient(self) { $0.environment[keyPath: dependency] = value })
    }
}

extension ServedAPI {
    /// The settings of the app in a test, with an empty database if the app has models and its package contains a
    /// driver.
    fileprivate func testConfiguration(
        _ changes: (inout AppConfiguration) async throws -> Void
    ) async throws -> (AppConfiguration, TestDatabase?) {
        var configuration = try await configuration(changes)
        let database = try await TestDatabase(of: self, configuration)
        if let database { configuration.environment.database = database.database }
        try await configuration.environment.database?.prepare(for: self)
        return (configuration, database)
    }
}

/// An in-memory app, created for the first request.
private actor InMemoryApp {
    private let api: ServedAPI
    private let configure: @Sendable (inout AppConfiguration) async throws -> Void
    /// The task that creates the responder. Concurrent requests share it, so `configure` runs once.
    private var making: Task<Made, any Error>?

    private struct Made {
        let responder: RouterResponder<AppRequestContext>
        let contract: ContractVerification?
        let database: TestDatabase?
    }

    init(_ api: ServedAPI, _ configure: @escaping @Sendable (inout AppConfiguration) async throws -> Void) {
        self.api = api
        self.configure = configure
    }

    deinit {
        guard let making else { return }
        Task { await (try? making.value)?.database?.remove() }
    }

    nonisolated func respond(to head: HTTPRequest, _ body: [UInt8]) async throws -> TestResponse {
        var logger = Logger(label: "test")
        logger[metadataKey: "hb.request.id"] = .string(_Core.RequestIdentifier.make())
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let app = try await made()
        let response = try await app.responder.respond(to: request, context: AppRequestContext(logger: logger))
        let pieces = Pieces()
        try await response.body.write(Pieces.Writer(pieces: pieces))
        let received = await TestResponse(
            status: response.status, headers: response.headers, bytes: head.method == .head ? [] : pieces.bytes)
        try app.contract?.verify(received, to: head)
        return received
    }

    private func made() async throws -> Made {
        let task =
            making
            ?? Task { [api, configure] in
                let (configuration, database) = try await api.testConfiguration(configure)
                let check = DocumentCheck(api)
                let handler = try RequestHandler(api, configuration: configuration, check: check)
                return Made(
                    responder: APIServer.responder(handler, app: configuration),
                    contract: ContractVerification(handler, check, configuration), database: database)
            }
        making = task
        return try await task.value
    }

    /// The pieces of a response's body, in order.
    private actor Pieces {
        private(set) var bytes: [UInt8] = []

        func append(_ piece: ByteBuffer) { bytes.append(contentsOf: piece.readableBytesView) }

        struct Writer: ResponseBodyWriter {
            let pieces: Pieces

            func write(_ buffer: ByteBuffer) async throws { await pieces.append(buffer) }

            consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
        }
    }
}

/// A response of an API in a test.
public struct TestResponse: Sendable {
    /// The status, which can be compared with an integer: `response.status == 200`.
    public let status: HTTPResponse.Status
    /// The header fields.
    public let headers: HTTPFields
    /// The body.
    public let bytes: [UInt8]

    /// The body as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The body as JSON, or `.null` if it is not valid JSON.
    public var json: JSON { (try? decode(JSON.self)) ?? .null }

    /// Returns the body as a value of a serializer.
    ///
    /// - Throws: ``UnexpectedBody`` with all errors of the body.
    public func decode<Value: WireValue>(_ type: Value.Type) throws -> Value {
        var issues = _Core.Issues()
        let value = _Core.JSONReader.read(bytes, _Core.Wire.value(type), side: .response, issues: &issues)
        guard let value, issues.isEmpty else { throw UnexpectedBody(issues: issues.found) }
        return value
    }

    /// The error for a body that is not a value of the requested type.
    public struct UnexpectedBody: Error {
        /// The errors of the body.
        public let issues: [Problem.Issue]
    }
}

/// A client of a server on this machine.
private struct SocketClient {
    let port: Int

    func send(_ request: HTTPRequest, _ body: [UInt8]) async throws -> TestResponse {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(request.path ?? "/")") else { throw URLError(.badURL) }
        var outgoing = URLRequest(url: url)
        outgoing.httpMethod = request.method.rawValue
        for field in request.headerFields { outgoing.addValue(field.value, forHTTPHeaderField: field.name.rawName) }
        if !body.isEmpty { outgoing.httpBody = Data(body) }
        // A busy machine may respond slowly, which is not an error of the API.
        outgoing.timeoutInterval = 900
        let (data, response) = try await URLSession.shared.data(for: outgoing)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        var headers = HTTPFields()
        for (name, value) in response.allHeaderFields { headers.append("\(name)", "\(value)") }
        return TestResponse(
            status: HTTPResponse.Status(code: response.statusCode), headers: headers, bytes: Array(data))
    }
}
