import ArgumentParser
import ConcordCore
import ConcordDatabase
import Configuration
import Foundation
import Logging

/// `serve [--host HOST] [--port PORT]`: serves the API.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve the API over HTTP.")

    @Option(
        help: "The host name or address to listen on; 0.0.0.0 listens on all interfaces. (default: $HOST or 127.0.0.1)")
    var host: String?

    @Option(help: "The port to listen on; 0 selects any free port. (default: $PORT, or 8080)")
    var port: UInt16?

    @Option(help: "The maximum size of a request body in bytes. (default: $BODY_LIMIT, or 16 MiB)")
    var bodyLimit: Int?

    @Option(help: "The least severe messages to log, from trace to critical. (default: $LOG_LEVEL, or info)")
    var logLevel: Logger.Level?

    @Option(
        help:
            "The prefix of all paths, or 'document' for the path of the first server in the document. (default: $PATH_PREFIX)"
    )
    var pathPrefix: String?

    @Option(
        help:
            "The number of seconds to wait for running requests at shutdown. (default: $SHUTDOWN_TIMEOUT, or 30)"
    )
    var shutdownTimeout: Int?

    @Option(
        help:
            "The number of seconds after which a connection on which nothing arrives is closed. (default: $IDLE_TIMEOUT, or 60)"
    )
    var idleTimeout: Int?

    @Flag(help: "Respond to operations that are not implemented with the examples of the document.")
    var stubs = false

    func run() async throws {
        guard let api = AppCommand.App.current?.api, var app = AppConfiguration.current else { return }
        if stubs { app.unimplementedOperations = .answeredByExample }
        try await checkMigrations(of: api, app)
        var logger = Logger(label: api.name)
        logger.logLevel = try logLevel ?? ServerSetting.logLevel.value(in: app.settings) ?? .info
        let documentedPath = api.documentedServerPath
        let configuration = try configuration(app.settings, documentedPath)
        reportPath(documentedPath, configuration.pathPrefix, logger)
        let server = try APIServer(api, app: app, configuration: configuration, logger: logger)
        let host = configuration.host
        let origin = "\(app.transport.scheme)://\(host.contains(":") ? "[\(host)]" : host)"
        try await server.run { port in
            let url = "\(origin):\(port)\(configuration.pathPrefix)"
            print("Serving \(api.name) at \(url)")
            if api.document != nil { print("Its documentation is at \(url)/docs") }
            // Another program may wait for this line on a pipe.
            fflush(nil)
        }
    }

    /// Throws if tables or migrations are missing, because requests to their views would fail.
    private func checkMigrations(of api: ServedAPI, _ app: AppConfiguration) async throws {
        let missing = try await app.missingMigrations(for: api)
        if !missing.isEmpty { throw UnmigratedDatabase(missing: missing) }
    }

    /// The configuration: options take precedence over the environment, which takes precedence over the defaults.
    private func configuration(_ settings: ConfigReader, _ documentedPath: String?) throws -> APIServer.Configuration {
        var configuration = APIServer.Configuration()
        if let host = try host ?? ServerSetting.host.value(in: settings) { configuration.host = host }
        if let port = try port ?? ServerSetting.port.value(in: settings) { configuration.port = Int(port) }
        if let limit = try bodyLimit ?? ServerSetting.bodyLimit.value(in: settings) { configuration.bodyLimit = limit }
        if let seconds = try shutdownTimeout ?? ServerSetting.shutdownTimeout.value(in: settings) {
            configuration.shutdownTimeout = .seconds(seconds)
        }
        if let seconds = try idleTimeout ?? ServerSetting.idleTimeout.value(in: settings) {
            configuration.idleTimeout = .seconds(seconds)
        }
        if let prefix = try pathPrefix ?? ServerSetting.pathPrefix.value(in: settings) {
            guard prefix == "document" || prefix.hasPrefix("/") else {
                throw ValidationError(
                    "The option --path-prefix must be 'document' or a path such as /v1, not '\(prefix)'.")
            }
            let path = prefix == "document" ? documentedPath ?? "" : prefix
            configuration.pathPrefix = path.last == "/" ? String(path.dropLast()) : path
        }
        return configuration
    }

    /// Warns if the API is not served at the path in the document, where clients would look for it.
    private func reportPath(_ documented: String?, _ prefix: String, _ logger: Logger) {
        guard let documented, documented != prefix else { return }
        logger.notice(
            """
            The server in the document has the path '\(documented)', but the API is served at '\(prefix.isEmpty ? "/" : prefix)'. \
            With --path-prefix document, it is served at '\(documented)'.
            """)
    }
}

/// The error that tables or migrations are missing.
private struct UnmigratedDatabase: Error, CustomStringConvertible {
    let missing: [String]

    var description: String { missing.joined(separator: "\n") + "\nhelp: run the command 'migrate'" }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
