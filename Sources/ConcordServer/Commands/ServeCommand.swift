import ArgumentParser
import ConcordCore
import ConcordDatabase
import Logging

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `serve [--host HOST] [--port PORT]`: serves the API.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve the API over HTTP.")

    @Option(help: "The name or address to listen at; 0.0.0.0 is for every network.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen at; 0 takes any that is free. (default: $PORT, or 8080)")
    var port: UInt16?

    @Option(help: "The greatest number of bytes that a request body may have.")
    var bodyLimit = APIRequest.Body.defaultLimit

    @Option(help: "The least severe messages to log: trace, debug, info, notice, warning, error or critical.")
    var logLevel = Logger.Level.info

    func run() async throws {
        guard let api = AppCommand.App.current?.api, let app = AppConfiguration.current else { return }
        try await checkMigrations(of: api, app)
        var logger = Logger(label: api.name)
        logger.logLevel = logLevel
        let port = try port ?? Self.environmentPort() ?? 8080
        let server = try APIServer(
            api, app: app,
            configuration: APIServer.Configuration(host: host, port: Int(port), bodyLimit: bodyLimit), logger: logger)
        let name = host.contains(":") ? "[\(host)]" : host
        try await server.run { port in
            print("Serving \(api.name) at http://\(name):\(port)")
            if api.document != nil { print("Its documentation is at http://\(name):\(port)/docs") }
            // A program that waits for the line may read it from a pipe.
            fflush(nil)
        }
    }

    /// Every request to a view without its table would fail.
    private func checkMigrations(of api: ServedAPI, _ app: AppConfiguration) async throws {
        let missing = try await app.missingMigrations(for: api)
        if !missing.isEmpty { throw UnmigratedDatabase(missing: missing) }
    }

    private static func environmentPort() throws -> UInt16? {
        guard let text = getenv("PORT").map({ String(cString: $0) }), !text.isEmpty else { return nil }
        guard let port = UInt16(text) else {
            throw ValidationError("The environment variable PORT must be a number from 0 to 65535, not '\(text)'.")
        }
        return port
    }
}

/// A server whose views would all fail does not start.
private struct UnmigratedDatabase: Error, CustomStringConvertible {
    let missing: [String]

    var description: String { missing.joined(separator: "\n") + "\nhelp: run the command 'migrate'" }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
