import ConcordCore
import ConcordDatabase
import ConcordServer
import Foundation
import Hummingbird
import Logging

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Calls an API in a test, in memory or over a socket, with the same code.
///
///     @Test func listsPets() async throws {
///         let client = TestClient(PetAPI.self)
///         let response = try await client.get("/pets?limit=3", headers: ["Authorization": "Bearer secret"])
///         #expect(response.status == 200)
///         #expect(response.json[0]?["name"] == "Rex")
///     }
///
/// In memory, a request goes through the app's middleware, its access control and its validation, as over a socket.
///
/// Each response is checked against the document of the API, if the API embeds one. A response that the document does not
/// allow throws a ``ContractBreach``. To receive it all the same, set `app.contractChecks = .never` in `configure`.
public struct TestClient: Sendable {
    /// Header fields, by name.
    public typealias Headers = KeyValuePairs<String, String>

    private let send: @Sendable (HTTPRequest, [UInt8]) async throws -> TestResponse

    /// Creates a client that calls an API in memory.
    ///
    /// - Parameters:
    ///   - api: The API, whose `configure` function runs before the first request.
    ///   - configure: Changes the app's settings after that function.
    public init(
        _ api: any API.Type,
        configure: @escaping @Sendable (inout AppConfiguration) async throws -> Void = { _ in }
    ) {
        self.init(api.served, configure: configure)
    }

    /// Creates a client that calls an API in memory.
    ///
    /// - Parameters:
    ///   - api: The API, whose `configure` function runs before the first request.
    ///   - configure: Changes the app's settings after that function.
    public init(
        _ api: some SpecifiedAPI,
        configure: @escaping @Sendable (inout AppConfiguration) async throws -> Void = { _ in }
    ) {
        self.init(api.served, configure: configure)
    }

    /// Creates a client that calls an API in memory.
    ///
    /// - Parameters:
    ///   - api: The API, whose `configure` function runs before the first request.
    ///   - configure: Changes the app's settings after that function.
    public init(
        _ api: ServedAPI,
        configure: @escaping @Sendable (inout AppConfiguration) async throws -> Void = { _ in }
    ) {
        let app = InMemoryApp(api, configure)
        send = { try await app.respond(to: $0, $1) }
    }

    /// Runs a server while a closure runs, which gets a client that calls it over the socket.
    ///
    /// - Parameters:
    ///   - server: The server; its configuration should name port 0, which takes any that is free.
    ///   - body: What to do while the server runs.
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

    /// Serves an API at a free port while a closure runs, which gets a client that calls it over the socket.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - configure: Changes the app's settings after its own `configure` function.
    ///   - body: What to do while the server runs.
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

    /// Serves an API at a free port while a closure runs, which gets a client that calls it over the socket.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - configure: Changes the app's settings after its own `configure` function.
    ///   - body: What to do while the server runs.
    public static func serving<Result: Sendable>(
        _ api: any API.Type,
        configure: (inout AppConfiguration) async throws -> Void = { _ in },
        _ body: @escaping @Sendable (TestClient) async throws -> Result
    ) async throws -> Result {
        try await serving(api.served, configure: configure, body)
    }

    /// Serves an API at a free port while a closure runs, which gets a client that calls it over the socket.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - configure: Changes the app's settings after its own `configure` function.
    ///   - body: What to do while the server runs.
    public static func serving<Result: Sendable>(
        _ api: some SpecifiedAPI,
        configure: (inout AppConfiguration) async throws -> Void = { _ in },
        _ body: @escaping @Sendable (TestClient) async throws -> Result
    ) async throws -> Result {
        try await serving(api.served, configure: configure, body)
    }

    private init(send: @escaping @Sendable (HTTPRequest, [UInt8]) async throws -> TestResponse) { self.send = send }

    /// Sends a request of any method.
    public func send(
        _ method: HTTPRequest.Method,
        _ target: String,
        headers: Headers = [:],
        bytes: [UInt8] = []
    ) async throws -> TestResponse {
        try await send(method, target, HTTPFields(headers), bytes)
    }

    /// Sends a request with JSON as its body.
    public func send(
        _ method: HTTPRequest.Method,
        _ target: String,
        headers: Headers = [:],
        json: JSON
    ) async throws -> TestResponse {
        try await send(method, target, headers: headers, body: json)
    }

    /// Sends a request with a serializer's value as its body, in JSON, as a client would write it.
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

    /// Sends a POST request with JSON as its body.
    public func post(_ target: String, headers: Headers = [:], json: JSON) async throws -> TestResponse {
        try await send(.post, target, headers: headers, json: json)
    }

    /// Sends a PUT request with JSON as its body.
    public func put(_ target: String, headers: Headers = [:], json: JSON) async throws -> TestResponse {
        try await send(.put, target, headers: headers, json: json)
    }

    /// Sends a PATCH request with JSON as its body.
    public func patch(_ target: String, headers: Headers = [:], json: JSON) async throws -> TestResponse {
        try await send(.patch, target, headers: headers, json: json)
    }
}

extension API {
    /// Calls the API in memory with another value for one of its dependencies:
    ///
    ///     try await WeatherAPI.test(\.forecasts, StubForecasts()) { client in
    ///         let response = try await client.get("/stations/1/forecast")
    ///         #expect(response.status == 200)
    ///     }
    ///
    /// - Parameters:
    ///   - dependency: The dependency to replace.
    ///   - value: The value that takes its place.
    ///   - body: The test.
    public static func test<Value: Sendable>(
        _ dependency: WritableKeyPath<AppEnvironment, Value> & Sendable,
        _ value: Value,
        _ body: (TestClient) async throws -> Void
    ) async throws {
        try await body(TestClient(self) { $0.environment[keyPath: dependency] = value })
    }
}

extension SpecifiedAPI {
    /// Calls the API in memory with another value for one of its dependencies.
    ///
    /// - Parameters:
    ///   - dependency: The dependency to replace.
    ///   - value: The value that takes its place.
    ///   - body: The test.
    public func test<Value: Sendable>(
        _ dependency: WritableKeyPath<AppEnvironment, Value> & Sendable,
        _ value: Value,
        _ body: (TestClient) async throws -> Void
    ) async throws {
        try await body(TestClient(self) { $0.environment[keyPath: dependency] = value })
    }
}

extension ServedAPI {
    /// The settings of the app in a test, and its empty database where the app has models and its package names a driver.
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

/// An app that answers in memory, made when the first request comes.
private actor InMemoryApp {
    private let api: ServedAPI
    private let configure: @Sendable (inout AppConfiguration) async throws -> Void
    /// What makes the responder: requests that come at the same time share it, so `configure` runs once.
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

/// What an API answered.
public struct TestResponse: Sendable {
    /// The status, which compares with a number: `response.status == 200`.
    public let status: HTTPResponse.Status
    /// The header fields.
    public let headers: HTTPFields
    /// The body.
    public let bytes: [UInt8]

    /// The body as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The body as JSON; null if it is none.
    public var json: JSON { (try? decode(JSON.self)) ?? .null }

    /// Returns the body as a serializer's value.
    ///
    /// - Throws: ``UnexpectedBody`` with everything that is wrong with it.
    public func decode<Value: WireValue>(_ type: Value.Type) throws -> Value {
        var issues = _Core.Issues()
        let value = _Core.JSONReader.read(bytes, _Core.Wire.value(type), side: .response, issues: &issues)
        guard let value, issues.isEmpty else { throw UnexpectedBody(issues: issues.found) }
        return value
    }

    /// A body that isn't what a test asked for.
    public struct UnexpectedBody: Error {
        /// What is wrong with it.
        public let issues: [Problem.Issue]
    }
}

/// Calls a server on this machine.
private struct SocketClient {
    let port: Int

    func send(_ request: HTTPRequest, _ body: [UInt8]) async throws -> TestResponse {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(request.path ?? "/")") else { throw URLError(.badURL) }
        var outgoing = URLRequest(url: url)
        outgoing.httpMethod = request.method.rawValue
        for field in request.headerFields { outgoing.addValue(field.value, forHTTPHeaderField: field.name.rawName) }
        if !body.isEmpty { outgoing.httpBody = Data(body) }
        // A busy machine may be slow to answer, which is no fault of the API's.
        outgoing.timeoutInterval = 900
        let (data, response) = try await URLSession.shared.data(for: outgoing)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        var headers = HTTPFields()
        for (name, value) in response.allHeaderFields { headers.append("\(name)", "\(value)") }
        return TestResponse(
            status: HTTPResponse.Status(code: response.statusCode), headers: headers, bytes: Array(data))
    }
}
