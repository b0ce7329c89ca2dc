import ConcordCore
import Hummingbird
import Logging
import ServiceLifecycle

/// Serves an API over HTTP until the process is told to end: the first SIGINT or SIGTERM lets running requests finish.
public struct APIServer: Sendable {
    /// Where a server listens, and how much it accepts.
    public struct Configuration: Sendable {
        /// The name or address to listen at; `127.0.0.1` is for this machine alone, `0.0.0.0` for every network.
        public var host: String
        /// The port to listen at; 0 takes any that is free.
        public var port: Int
        /// The greatest number of bytes that a request body may have.
        public var bodyLimit: Int

        /// The path before the API's own paths: `/v1`; empty for none.
        public var pathPrefix: String
        /// How long running requests may take to finish after the server is told to end.
        public var shutdownTimeout: Duration

        /// Creates a configuration.
        public init(
            host: String = "127.0.0.1",
            port: Int = 8080,
            bodyLimit: Int = APIRequest.Body.defaultLimit,
            pathPrefix: String = "",
            shutdownTimeout: Duration = .seconds(30)
        ) {
            self.host = host
            self.port = port
            self.bodyLimit = bodyLimit
            self.pathPrefix = pathPrefix.last == "/" ? String(pathPrefix.dropLast()) : pathPrefix
            self.shutdownTimeout = shutdownTimeout
        }
    }

    private let responder: RouterResponder<AppRequestContext>
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
    ///   - configuration: Where to listen, and how much to accept.
    ///   - logger: A logger for the server and, with an identifier for each, for requests.
    /// - Throws: `UnverifiedSchemes` if operations require a security scheme that nothing verifies.
    public init(
        _ api: ServedAPI,
        app: AppConfiguration,
        configuration: Configuration = Configuration(),
        logger: Logger = Logger(label: "concord")
    ) throws {
        check = DocumentCheck(api)
        handler = try RequestHandler(api, configuration: app, check: check)
        responder = Self.responder(handler, app: app, configuration)
        self.app = app
        self.configuration = configuration
        self.logger = logger
    }

    /// The middleware of an app around its API.
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

    /// Answers every request, so the router around it only brings the middleware along.
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
            return await responder.respond(to: request, context: context)
        }
    }

    /// Serves until the process, or the task, is told to end.
    ///
    /// - Parameter onRunning: Called with the port once the server accepts requests.
    /// - Throws: An `IOError` if the server cannot listen at its address, or the error of a service.
    public func run(onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }) async throws {
        var group = ServiceGroupConfiguration(
            services: [application(onRunning)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = configuration.shutdownTimeout
        try await ServiceGroup(configuration: group).run()
    }

    /// Serves while a closure runs; signals are left alone.
    ///
    /// - Parameter body: What to do while the server runs; it gets the port.
    /// - Throws: What the closure throws, an `IOError` if the server cannot listen at its address, or the error of a
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
            // Without a port the server has failed, and this throws its error.
            try await group.waitForAll()
            throw CancellationError()
        }
    }

    /// Returns the server as a service, for an app that runs its own `ServiceGroup`.
    ///
    /// - Parameter onRunning: Called with the port once the server accepts requests.
    public func service(onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }) -> some Service {
        application(onRunning)
    }

    private func application(
        _ onRunning: @escaping @Sendable (_ port: Int) async -> Void
    ) -> Application<RouterResponder<AppRequestContext>> {
        Application(
            responder: responder,
            server: app.transport.server,
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: "concord"),
            services: app.services,
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { await onRunning(port) }
            },
            logger: logger)
    }
}
