import ArgumentParser
import ConcordCore
import Hummingbird
import Logging
import NIOCore
import Testing

@testable import ConcordServer

/// Commands that a cloud's scheduler calls, in the protocols of its hosts.
@Suite struct ServeCommandsTests {
    private enum EmptyAPI: API {
        static let defaultAuthentication: [any Authentication] = []
    }

    private struct Clean: AsyncParsableCommand {
        @Argument var days: [Int] = []
        @ConcordCore.Environment(\.cleaned) var cleaned

        func run() async throws {
            if days.contains(0) { throw ValidationError("0 days are too few.") }
            await cleaned.add(days)
        }
    }

    private func call(
        _ path: String, _ body: String, from caller: CommandCaller = .scheduler(secret: "s3cret"),
        authorization: String? = "Bearer s3cret", context: String? = nil, _ cleaned: Cleaned = Cleaned()
    ) async throws -> (status: Int, body: String) {
        var app = AppConfiguration()
        app.environment.cleaned = cleaned
        let calls = CommandCalls(
            app: AppCommand.App(api: EmptyAPI.served, commands: [Clean.self]), configuration: app, caller: caller)
        var headers = HTTPFields()
        headers[.authorization] = authorization
        if let name = HTTPField.Name("x-amzn-request-context") { headers[name] = context }
        let request = Request(
            head: HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: body)))
        var logger = Logger(label: "test")
        logger[metadataKey: "hb.request.id"] = "1"
        let response = try await calls.responder.respond(to: request, context: AppRequestContext(logger: logger))
        let text = CollectedBody()
        try await response.body.write(CollectedBody.Writer(body: text))
        return await (response.status.code, text.value)
    }

    private actor CollectedBody {
        var value = ""

        func append(_ buffer: ByteBuffer) { value += String(buffer: buffer) }

        struct Writer: ResponseBodyWriter {
            let body: CollectedBody
            func write(_ buffer: ByteBuffer) async throws { await body.append(buffer) }
            consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
        }
    }

    @Test func azureFunctionsCallsACommandByItsName() async throws {
        let cleaned = Cleaned()
        let body = #"{"Data": {"timer": {"IsPastDue": false}}, "Metadata": {"sys": {"MethodName": "clean"}}}"#
        let answer = try await call("/clean", body, from: .functionsHost, authorization: nil, cleaned)
        #expect(answer.status == 200)
        #expect(answer.body == #"{"Outputs":{},"Logs":[],"ReturnValue":0}"#)
        #expect(await cleaned.calls == [[]])
    }

    @Test func anEventNamesItsCommand() async throws {
        let cleaned = Cleaned()
        let direct = try await call("/events", #"{"command": "clean", "arguments": ["7", "8"]}"#, cleaned)
        #expect(direct.status == 200)
        #expect(direct.body == #"{"code":0,"message":""}"#)
        let scheduled = #"{"source": "aws.events", "detail": {"command": "clean", "arguments": ["9"]}}"#
        #expect(try await call("/events", scheduled, cleaned).status == 200)
        #expect(await cleaned.calls == [[7, 8], [9]])
    }

    @Test func theAdapterOfLambdaForwardsEvents() async throws {
        let cleaned = Cleaned()
        let event = #"{"command": "clean", "arguments": ["7"]}"#
        let forwarded = try await call(
            "/events", event, from: .lambdaAdapter, authorization: nil, context: "null", cleaned)
        #expect(forwarded.status == 200)
        #expect(await cleaned.calls == [[7]])
    }

    @Test(arguments: [#"{"accountId":"1","http":{"method":"POST","path":"/events"}}"#, nil], ["/events", "/clean"])
    func aRequestToTheURLOfALambdaFunctionRunsNothing(context: String?, path: String) async throws {
        let cleaned = Cleaned()
        let refused = try await call(
            path, #"{"command": "clean"}"#, from: .lambdaAdapter, authorization: nil, context: context, cleaned)
        #expect(refused.status == 403)
        #expect(await cleaned.calls.isEmpty)
    }

    @Test func aFailureIsAnErrorOfTheCall() async throws {
        let failed = try await call("/events", #"{"command": "clean", "arguments": ["0"]}"#)
        #expect(failed.status == 500)
        #expect(failed.body.contains("0 days are too few."))
        #expect(try await call("/events", #"{"command": "clean", "arguments": ["x"]}"#).status == 500)
    }

    @Test(arguments: [nil, "Bearer wrong1", "Bearer s3cret2", "s3cret"]) func needsTheSecret(authorization: String?)
        async throws
    {
        let cleaned = Cleaned()
        let refused = try await call("/clean", "", authorization: authorization, cleaned)
        #expect(refused.status == 401)
        #expect(await cleaned.calls.isEmpty)
    }

    @Test func runsNoOtherCommands() async throws {
        #expect(try await call("/serve", "").status == 404)
        #expect(try await call("/servecommands", "").status == 404)
        #expect(try await call("/events", #"{"command": "serve"}"#).status == 404)
        #expect(try await call("/events", "{}").status == 400)
        #expect(try await call("/events", "{").status == 400)
        #expect(try await call("/events", #"{"command": "clean", "arguments": [1]}"#).status == 400)
    }
}

/// The effects of the command.
actor Cleaned {
    private(set) var calls: [[Int]] = []
    func add(_ days: [Int]) { calls.append(days) }
}

extension AppEnvironment {
    private static let cleanedEntry = _Core.EnvironmentEntry<Cleaned>(Cleaned())

    fileprivate var cleaned: Cleaned {
        get { self[Self.cleanedEntry] }
        set { self[Self.cleanedEntry] = newValue }
    }
}
