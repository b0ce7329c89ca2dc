import ConcordCore
import Hummingbird
import Logging

/// Serves an API over HTTP until the process is told to end: a first SIGINT or SIGTERM lets running requests finish.
public struct APIServer: Sendable {
    /// Where a server listens, and how much it takes in.
    public struct Configuration: Sendable {
        /// The name or address to listen at; `127.0.0.1` is for this machine alone, `0.0.0.0` for every network.
        public var host: String
        /// The port to listen at; 0 takes any that is free.
        public var port: Int
        /// The most bytes that a request's body may have.
        public var bodyLimit: Int

        /// States where to listen and how much to take in.
        public init(host: String = "127.0.0.1", port: Int = 8080, bodyLimit: Int = HTTPRequestBody.defaultLimit) {
            self.host = host
            self.port = port
            self.bodyLimit = bodyLimit
        }
    }

    private let api: any API.Type
    private let configuration: Configuration
    private let logger: Logger

    /// Makes a server; errors that no operation declares go to the logger.
    public init(
        _ api: any API.Type,
        configuration: Configuration = Configuration(),
        logger: Logger = Logger(label: "concord")
    ) {
        self.api = api
        self.configuration = configuration
        self.logger = logger
    }

    /// Serves until the process, or the task, is told to end; `onRunning` learns of the port once requests are taken.
    ///
    /// Throws `DatabaseRequired` where a view's objects come from a database.
    public func run(onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }) async throws {
        if let missing = DatabaseRequired(api) { throw missing }
        try await application(onRunning).runService()
    }

    /// Serves while a closure runs, which gets the port; signals are left alone.
    ///
    /// Throws `DatabaseRequired` where a view's objects come from a database.
    public func run<Result: Sendable>(
        while body: @escaping @Sendable (_ port: Int) async throws -> Result
    ) async throws -> Result {
        if let missing = DatabaseRequired(api) { throw missing }
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
    ) -> Application<CallbackResponder<BasicRequestContext>> {
        let handler = RequestHandler(api) { [logger] request, error in
            logger.error("\(request.method) \(request.path): \(error)")
        }
        let bodyLimit = configuration.bodyLimit
        return Application(
            responder: CallbackResponder { request, _ in
                let response = await handler.respond(to: ConcordCore.HTTPRequest(request, bodyLimit: bodyLimit))
                return Response(response, isHead: request.method == .head)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: "concord"),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { await onRunning(port) }
            },
            logger: quietLogger)
    }

    /// Hummingbird tells of its start and its end on its own, which is noise beside the line that tells the address.
    private var quietLogger: Logger {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        return quiet
    }
}
