import ConcordCore
import HTTPTypes
import Hummingbird
import Logging
import ServiceContextModule

/// A Hummingbird responder for an API, in the server of Concord or in a Hummingbird app.
///
///     let router = Router()
///     router.get("/") { _, _ in "A page of the app's own" }
///     router.mount(try await WeatherAPI.responder(), at: "/api")
///     try await Application(router: router).runService()
public struct APIResponder<Context: RequestContext>: HTTPResponder {
    private let handler: RequestHandler
    private let bodyLimit: Int
    /// The prefix of the paths of the API.
    private let prefix: String

    /// The settings of the app. The host app must run its services.
    public let configuration: AppConfiguration

    /// Creates a responder.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - configuration: The settings of the app.
    ///   - bodyLimit: The maximum size of a request body in bytes.
    /// - Throws: `UnverifiedSchemes` if operations require a security scheme that the app can't verify.
    public init(
        _ api: ServedAPI,
        configuration: AppConfiguration,
        bodyLimit: Int = APIRequest.Body.defaultLimit
    ) throws {
        self.init(
            try RequestHandler(api, configuration: configuration, check: DocumentCheck(api)),
            configuration: configuration, bodyLimit: bodyLimit)
    }

    package init(
        _ handler: RequestHandler,
        configuration: AppConfiguration,
        bodyLimit: Int = APIRequest.Body.defaultLimit,
        prefix: String = ""
    ) {
        self.handler = handler
        self.configuration = configuration
        self.bodyLimit = bodyLimit
        self.prefix = prefix
    }

    /// Returns the responder for paths with a prefix.
    func mounted(at prefix: String) -> APIResponder {
        APIResponder(handler, configuration: configuration, bodyLimit: bodyLimit, prefix: prefix)
    }

    /// The methods to route: the standard methods, for status 405, and the methods of operations, such as `QUERY`.
    fileprivate var methods: Set<HTTPRequest.Method> {
        let usual: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options, .trace]
        return usual.union(handler.methods.compactMap(HTTPRequest.Method.init(rawValue:)))
    }

    /// Returns the response to a request.
    public func respond(to request: Request, context: Context) async -> Response {
        let coding: ContentCoding?
        do {
            coding = try ContentCoding.coding(of: request.headers)
        } catch {
            return Response(configuration.response(to: error as? Problem ?? Problem(415)), to: request)
        }
        var incoming = APIRequest(request, context, coding, bodyLimit: bodyLimit, prefix: prefix)
        if configuration.proxyCount > 0 {
            incoming.remoteAddress =
                ClientAddress(incoming.remoteAddress, request.headers, proxyCount: configuration.proxyCount).address
        }
        let path = context.coreContext.endpointPath
        // Hummingbird uses it as the name of the route in metrics and traces.
        var response = await handler.respond(to: incoming) { path.value = prefix + $0 }
        if configuration.compressesResponses { response.encode(for: incoming) }
        return Response(response, to: request)
    }
}

extension APIRequest {
    /// The request that Hummingbird received.
    fileprivate init(
        _ request: Request, _ context: some RequestContext, _ coding: ContentCoding?, bodyLimit: Int, prefix: String
    ) {
        var headers = request.headers
        if coding != nil {
            headers[.contentEncoding] = nil
            headers[.contentLength] = nil
        }
        // HTTP/2 sends the authority in place of the Host field.
        if let authority = request.head.authority, headers.host == nil { headers.host = authority }
        var target = request.head.path ?? "/"
        var mountPath = ""
        if !prefix.isEmpty, target.hasPrefix(prefix) {
            target.removeFirst(prefix.count)
            if !target.hasPrefix("/") { target = "/" + target }
            mountPath = prefix
        }
        let id = _Core.RequestIdentifier.accepted(headers) ?? context.id
        let address = (context as? any RemoteAddressRequestContext)?.remoteAddress
        self.init(
            request.method, target, headers: headers,
            body: Self.body(of: request, coding, limit: bodyLimit),
            id: id, remoteAddress: address?.ipAddress, logger: context.logger,
            serviceContext: ServiceContext.current ?? .topLevel)
        self.mountPath = mountPath
    }

    /// The limit applies to the decoded content.
    private static func body(of request: Request, _ coding: ContentCoding?, limit: Int) -> Body {
        let pieces = ReceivedPieces(body: request.body)
        guard let coding else { return Body(pieces, limit: limit) }
        return Body(InflatedPieces(base: pieces, coding: coding), limit: limit)
    }
}

extension Response {
    /// Creates the Hummingbird response.
    init(_ response: APIResponse, to request: Request) {
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
        self.init(status: response.status, headers: response.headers, body: body)
        // A response to HEAD has no content.
        if request.method == .head { self.body = ResponseBody() }
        // The length of the content that GET would send (RFC 9110, section 9.3.2).
        if let length = response.headers[.contentLength] { headers[.contentLength] = length }
        // RFC 9110, section 8.6, forbids the field for a response that can have no content.
        if response.status.code == 204 { headers[.contentLength] = nil }
    }
}

extension RouterMethods {
    /// Routes all requests with a path prefix to an API.
    ///
    /// - Parameters:
    ///   - responder: The API, as `API.responder(…)` returns it.
    ///   - prefix: The prefix of the paths of the API, such as `/api`.
    /// - Returns: The router.
    @discardableResult
    public func mount(_ responder: APIResponder<Context>, at prefix: String) -> Self {
        let mounted = responder.mounted(at: prefix)
        for method in responder.methods {
            on("\(prefix)", method: method, responder: mounted)
            on("\(prefix)/**", method: method, responder: mounted)
        }
        return self
    }
}

extension API {
    /// Returns the API as a responder for a Hummingbird router.
    ///
    /// - Parameters:
    ///   - context: The type of the router's request context.
    ///   - configure: A closure that changes the settings after the `configure` function of the app.
    /// - Throws: The errors of the `configure` functions, `UnverifiedSchemes`, or `DatabaseRequired` if the app has
    ///   models but no driver.
    public static func responder<Context: RequestContext>(
        context: Context.Type = BasicRequestContext.self,
        configure: (inout AppConfiguration) async throws -> Void = { _ in }
    ) async throws -> APIResponder<Context> {
        var configuration = try await served.configuration(configure)
        try await configuration.openDatabase(for: served)
        return try APIResponder(served, configuration: configuration)
    }
}

extension SpecifiedAPI {
    /// Returns the API as a responder for a Hummingbird router.
    ///
    /// - Parameters:
    ///   - context: The type of the router's request context.
    ///   - configure: A closure that changes the settings after the `configure` function of the app.
    /// - Throws: The errors of the `configure` functions, or `UnverifiedSchemes`.
    public func responder<Context: RequestContext>(
        context: Context.Type = BasicRequestContext.self,
        configure: (inout AppConfiguration) async throws -> Void = { _ in }
    ) async throws -> APIResponder<Context> {
        var configuration = try await served.configuration(configure)
        try await configuration.openDatabase(for: served)
        return try APIResponder(served, configuration: configuration)
    }
}
