import ConcordCore
import Hummingbird
import Logging

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

        /// Creates a configuration.
        public init(host: String = "127.0.0.1", port: Int = 8080, bodyLimit: Int = APIRequest.Body.defaultLimit) {
            self.host = host
            self.port = port
            self.bodyLimit = bodyLimit
        }
    }

    private let responder: RouterResponder<AppRequestContext>
    private let app: AppConfiguration
    private let configuration: Configuration
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
        let handler = try RequestHandler(api, configuration: app)
        responder = Self.responder(handler, app: app, bodyLimit: configuration.bodyLimit)
        self.app = app
        self.configuration = configuration
        self.logger = logger
    }

    /// The middleware of an app around its API.
    package static func responder(
        _ handler: RequestHandler,
        app: AppConfiguration,
        bodyLimit: Int = APIRequest.Body.defaultLimit
    ) -> RouterResponder<AppRequestContext> {
        let router = Router(context: AppRequestContext.self)
        for middleware in app.middleware.all { router.add(middleware: middleware) }
        router.add(middleware: Innermost(responder: APIResponder(handler, configuration: app, bodyLimit: bodyLimit)))
        return router.buildResponder()
    }

    /// Answers every request, so the router around it only brings the middleware along.
    private struct Innermost: RouterMiddleware {
        let responder: APIResponder<AppRequestContext>

        func handle(
            _ request: Request,
            context: AppRequestContext,
            next: (Request, AppRequestContext) async throws -> Response
        ) async throws -> Response {
            await responder.respond(to: request, context: context)
        }
    }

    /// Serves until the process, or the task, is told to end.
    ///
    /// - Parameter onRunning: Called with the port once the server accepts requests.
    /// - Throws: An `IOError` if the server cannot listen at its address, or the error of a service.
    public func run(onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }) async throws {
        try await application(onRunning).runService()
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

    private func application(
        _ onRunning: @escaping @Sendable (_ port: Int) async -> Void
    ) -> Application<RouterResponder<AppRequestContext>> {
        Application(
            responder: responder,
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: "concord"),
            services: app.services,
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { await onRunning(port) }
            },
            logger: logger)
    }
}
