import ConcordCore
import Hummingbird
import HummingbirdCore
import Logging
import ServiceLifecycle

/// Serves an API over HTTP until the process receives SIGINT or SIGTERM. Before the process ends, the server completes
/// the running requests.
public struct APIServer: Sendable {
    /// The address and the limits of a server.
    public struct Configuration: Sendable {
        /// The host name or address to listen on. `127.0.0.1` accepts only local connections, and `0.0.0.0` accepts all
        /// connections.
        public var host: String
        /// The port to listen on, or 0 for any free port.
        public var port: Int
        /// The maximum size of a request body in bytes.
        public var bodyLimit: Int

        /// The prefix of the paths of the API, such as `/v1`, or an empty string.
        public var pathPrefix: String
        /// The maximum time that running requests have to complete at shutdown.
        public var shutdownTimeout: Duration
        /// The time after which the server closes a connection on which nothing of a request arrives.
        public var idleTimeout: Duration

        /// Creates a configuration.
        public init(
            host: String = "127.0.0.1",
            port: Int = 8080,
            bodyLimit: Int = APIRequest.Body.defaultLimit,
            pathPrefix: String = "",
            shutdownTimeout: Duration = .seconds(30),
            idleTimeout: Duration = .seconds(60)
        ) {
            self.host = host
            self.port = port
            self.bodyLimit = bodyLimit
            self.pathPrefix = pathPrefix.last == "/" ? String(pathPrefix.dropLast()) : pathPrefix
            self.shutdownTimeout = shutdownTimeout
            self.idleTimeout = idleTimeout
        }
    }

    private let responder: RouterResponder<AppRequestContext>
    private let server: HTTPServerBuilder
    package let handler: RequestHandler
    package let check: DocumentCheck?
    package let app: AppConfiguration
    package let configuration: Configuration
    private let logger: Logger

    /// Creates a server.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - app: The settings of the app.
    ///   - configuration: The address and the limits of the server.
    ///   - logger: The logger of the server. Messages about a request contain its identifier.
    /// - Throws: `UnverifiedSchemes` if operations require a security scheme that the app can't verify, or the error of
    ///   a transport that can't be set up.
    public init(
        _ api: ServedAPI,
        app: AppConfiguration,
        configuration: Configuration = Configuration(),
        logger: Logger = Logger(label: "concord")
    ) throws {
        check = DocumentCheck(api)
        handler = try RequestHandler(api, configuration: app, check: check)
        responder = Self.responder(handler, app: app, configuration)
        server = try app.transport.server(configuration.idleTimeout)
        self.app = app
        self.configuration = configuration
        self.logger = logger
    }

    /// Returns a responder for the API inside the middleware of the app.
    package static func responder(
        _ handler: RequestHandler,
        app: AppConfiguration,
        _ configuration: Configuration = Configuration()
    ) -> RouterResponder<AppRequestContext> {
        let router = Router(context: AppRequestContext.self)
        router.add(middleware: RequestScope(app: app))
        for middleware in app.middleware.all { router.add(middleware: middleware) }
        let prefix = configuration.pathPrefix
        let responder = APIResponder<AppRequestContext>(
            handler, configuration: app, bodyLimit: configuration.bodyLimit, prefix: prefix)
        router.add(
            middleware: Innermost(app: app, responder: responder, prefix: prefix, health: HealthCheck(app, handler)))
        return router.buildResponder()
    }

    /// Responds to every request. The router only provides the middleware.
    private struct Innermost: RouterMiddleware {
        let app: AppConfiguration
        let responder: APIResponder<AppRequestContext>
        let prefix: String
        let health: HealthCheck?

        func handle(
            _ request: Request,
            context: AppRequestContext,
            next: (Request, AppRequestContext) async throws -> Response
        ) async throws -> Response {
            let path = (request.head.path ?? "/").prefix { $0 != "?" }
            if let response = await health?.response(to: request.method, path) {
                return Response(response, to: request)
            }
            guard prefix.isEmpty || path == prefix || path.hasPrefix(prefix + "/") else {
                return Response(app.response(to: .noResource(at: path)), to: request)
            }
            // A task keeps the memory of its deepest call. The task of a connection would keep it while it waits.
            async let response = responder.respond(to: request, context: context)
            return await response
        }
    }

    /// Serves until the process receives a signal or the task is canceled.
    ///
    /// - Parameter onRunning: A closure that receives the port as soon as the server accepts requests.
    /// - Throws: An `IOError` if the server can't listen on its address, or the error of a service.
    public func run(onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }) async throws {
        var group = ServiceGroupConfiguration(
            services: [application(onRunning)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = configuration.shutdownTimeout
        try await ServiceGroup(configuration: group).run()
    }

    /// Serves while a closure runs, without handling signals.
    ///
    /// - Parameter body: A closure that receives the port. The server stops when it returns.
    /// - Throws: The error of the closure, an `IOError` if the server can't listen on its address, or the error of a
    ///   service.
    public func run<Result: Sendable>(
        while body: @escaping @Sendable (_ port: Int) async throws -> Result
    ) async throws -> Result {
        let (ports, port) = AsyncStream<Int>.makeStream()
        let application = application { port.yield($0) }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { port.finish() }
                try await application.run()
            }
            defer { group.cancelAll() }
            for await port in ports { return try await body(port) }
            // Without a port, the server has failed, and this throws its error.
            try await group.waitForAll()
            throw CancellationError()
        }
    }

    /// Returns the server as a service, for an app that runs its own `ServiceGroup`.
    ///
    /// - Parameter onRunning: A closure that receives the port as soon as the server accepts requests.
    public func service(onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }) -> some Service {
        application(onRunning)
    }

    private func application(
        _ onRunning: @escaping @Sendable (_ port: Int) async -> Void
    ) -> Application<RouterResponder<AppRequestContext>> {
        Application(
            responder: responder,
            server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: "concord"),
            services: app.services,
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { await onRunning(port) }
            },
            logger: logger)
    }
}
