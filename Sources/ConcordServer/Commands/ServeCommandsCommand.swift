import ArgumentParser
import ConcordCore
import Configuration
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle

/// `servecommands`: runs the commands of the app when the scheduler of a cloud platform sends an HTTP request.
///
/// It implements the protocol of custom handlers in Azure Functions (`POST /NAME`), and accepts the events that the AWS
/// Lambda Web Adapter forwards (`POST /events`).
struct ServeCommandsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "servecommands", abstract: "Run the commands of the app when a scheduler sends an HTTP request.")

    @Option(help: "The host name or address to listen on. (default: $HOST, or 127.0.0.1)")
    var host: String?

    @Option(help: "The port to listen on. (default: $FUNCTIONS_CUSTOMHANDLER_PORT, $PORT, or 8080)")
    var port: UInt16?

    func run() async throws {
        guard let app = AppCommand.App.current, let configuration = AppConfiguration.current else { return }
        let settings = configuration.settings
        let hostPort = try ServerSetting.functionsPort.value(in: settings)
        guard let caller = CommandCaller(settings) else {
            throw ValidationError("Set the environment variable COMMAND_SECRET. Callers send it as a bearer token.")
        }
        let address = try host ?? ServerSetting.host.value(in: settings) ?? "127.0.0.1"
        guard caller.sendsSecret || address == "127.0.0.1" else {
            throw ValidationError(
                "Without COMMAND_SECRET, commands are available only on this machine, not on '\(address)'.")
        }
        let port = try port ?? hostPort ?? ServerSetting.port.value(in: settings) ?? 8080
        let logger = Logger(label: app.api.name)
        let application = Application(
            responder: CommandCalls(app: app, configuration: configuration, caller: caller).responder,
            configuration: ApplicationConfiguration(address: .hostname(address, port: Int(port))),
            onServerRunning: { channel in
                guard let port = channel.localAddress?.port else { return }
                print("Serving the commands of \(app.api.name) at http://\(address):\(port)")
                fflush(nil)
            }, logger: logger)
        try await ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        ).run()
    }
}

extension ServerSetting where Value == UInt16 {
    /// The port that the host of Azure Functions calls.
    fileprivate static let functionsPort = ServerSetting(
        variable: "FUNCTIONS_CUSTOMHANDLER_PORT", demand: "a number from 0 to 65535"
    ) { UInt16($0) }
}

/// The caller of the commands, which determines how requests are authorized.
enum CommandCaller: Sendable {
    /// A scheduler that sends the secret as a bearer token.
    case scheduler(secret: String)
    /// The host of Azure Functions, which calls over loopback and can't send a secret.
    case functionsHost
    /// The AWS Lambda Web Adapter, which calls over loopback and can't send a secret.
    case lambdaAdapter

    /// Finds the caller in the environment, or returns `nil` if commands would be open to everyone.
    init?(_ settings: ConfigReader) {
        let secret = settings.string(forKey: "command.secret", isSecret: true) ?? ""
        if !secret.isEmpty {
            self = .scheduler(secret: secret)
        } else if settings.string(forKey: "functions.customhandler.port") != nil {
            self = .functionsHost
        } else if settings.string(forKey: "aws.lambda.runtime.api") != nil {
            self = .lambdaAdapter
        } else {
            return nil
        }
    }

    var sendsSecret: Bool {
        if case .scheduler = self { true } else { false }
    }

    /// Checks that a request may run commands.
    func check(_ headers: HTTPFields) throws {
        switch self {
        case .functionsHost: break
        case .lambdaAdapter:
            // The adapter replaces the header in each request. It is `null` for events, and an object for requests to the URL of
            // the function, which anyone may send.
            guard headers["x-amzn-request-context"] == "null" else {
                throw HTTPError(.forbidden, message: "Only events run commands.")
            }
        case .scheduler(let secret):
            let given = headers[.authorization] ?? ""
            guard Signature.areEqual(Array(given.utf8), Array("Bearer \(secret)".utf8)) else {
                throw HTTPError(
                    .unauthorized, headers: [.wwwAuthenticate: "Bearer"], message: "The secret is not correct.")
            }
        }
    }
}

/// The requests of a scheduler. Each runs a command.
struct CommandCalls: Sendable {
    let app: AppCommand.App
    let configuration: AppConfiguration
    let caller: CommandCaller

    var responder: RouterResponder<AppRequestContext> {
        let router = Router(context: AppRequestContext.self)
        router.add(middleware: RequestScope(app: configuration))
        // The AWS Lambda Web Adapter waits for an answer before it sends events.
        router.get("/") { _, _ in "ready" }
        router.post("/events") { request, context in
            let event = try await json(of: request, context)
            guard case .string(let name)? = event["command"] ?? event["detail"]?["command"] else {
                throw HTTPError(.badRequest, message: "The event has no 'command'.")
            }
            let outcome = try await run(name, arguments(of: event["arguments"] ?? event["detail"]?["arguments"]))
            return response(outcome, ["code": .number(Number(Int(outcome.code))), "message": .string(outcome.message)])
        }
        router.post("/:name") { request, context in
            _ = try await json(of: request, context)
            let outcome = try await run(context.parameters.require("name"), [])
            let logs: [JSON] = outcome.message.isEmpty ? [] : [.string(outcome.message)]
            return response(
                outcome,
                ["Outputs": [:], "Logs": .array(logs), "ReturnValue": .number(Number(Int(outcome.code)))])
        }
        return router.buildResponder()
    }

    /// Returns the body of a request that may run commands.
    private func json(of request: Request, _ context: AppRequestContext) async throws -> JSON {
        try caller.check(request.headers)
        let bytes = Array(try await request.body.collect(upTo: 1024 * 1024).readableBytesView)
        var issues = _Core.Issues()
        let value = _Core.JSONReader.read(bytes, _Core.Wire.value(JSON.self), issues: &issues)
        guard bytes.isEmpty || value != nil else {
            throw HTTPError(.badRequest, message: "The body is not valid JSON.")
        }
        return value ?? .null
    }

    private func arguments(of value: JSON?) throws -> [String] {
        guard let value else { return [] }
        guard case .array(let elements) = value else {
            throw HTTPError(.badRequest, message: "'arguments' must be an array of strings.")
        }
        return try elements.map { element in
            guard case .string(let text) = element else {
                throw HTTPError(.badRequest, message: "'arguments' must be an array of strings.")
            }
            return text
        }
    }

    /// Runs one of the app's own commands, or `migrate`.
    private func run(_ name: String, _ arguments: [String]) async throws -> AppCommand.Outcome {
        let names = app.commands.map { $0._commandName } + ["migrate"]
        guard names.contains(name) else { throw HTTPError(.notFound, message: "No command '\(name)'.") }
        return await AppCommand.App.$current.withValue(app) {
            await AppConfiguration.$current.withValue(configuration) {
                await configuration.environment.run { await AppCommand.outcome(of: [name] + arguments) }
            }
        }
    }

    private func response(_ outcome: AppCommand.Outcome, _ body: JSON) -> Response {
        var writer = _Core.JSONWriter()
        body.write(to: &writer)
        return Response(
            status: outcome.code == 0 ? .ok : .internalServerError, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: writer.bytes)))
    }
}
