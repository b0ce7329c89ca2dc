import ArgumentParser
import ConcordCore
import Testing

@testable import ConcordServer

/// The command-line arguments of an app's executable.
@Suite struct ManagementCommandsTests {
    private enum EmptyAPI: API {
        static let defaultAuthentication: [any Authentication] = []
    }

    private enum GuardedAPI: API {
        static let views: [any View.Type] = [Guarded.self]
        static let defaultAuthentication: [any Authentication] = [BearerAuthentication()]

        struct Guarded: View {
            static var routes: [_Core.Route] {
                [
                    _Core.Route(
                        "/guarded", [_Core.ViewOperation("GET", "get") { $0.respond(204) }],
                        access: _Core.AccessSettings())
                ]
            }
        }
    }

    private struct Fail: AsyncParsableCommand {
        @Option var times = 1
        @Environment(\.reason) var reason

        func run() async throws { throw ValidationError("\(reason), \(times) times") }
    }

    private func run(_ arguments: String..., api: any API.Type = EmptyAPI.self) async -> AppCommand.Outcome {
        await AppCommand.run(arguments, api.served, [Fail.self])
    }

    @Test func explainsItself() async {
        let outcome = await run("--help")
        #expect(outcome.code == 0)
        for command in ["serve (default)", "routes", "check", "generateschema", "fail"] {
            #expect(outcome.message.contains("\n  \(command)"), "\(outcome.message)")
        }
    }

    @Test func commandsOfTheAppHaveItsEnvironment() async {
        let outcome = await run("fail", "--times", "3")
        #expect(outcome.code != 0)
        #expect(outcome.message.contains("Error: by default, 3 times"))
    }

    @Test func refusesWrongArguments() async {
        #expect(await run("serve", "--port", "x").message.contains("The value 'x' is invalid for '--port <port>'"))
        #expect(await run("serve", "--port", "99999").code != 0)
        #expect(await run("serve", "--prot", "1").message.contains("Unknown option '--prot'"))
    }

    @Test func checkNamesWhatIsNotVerified() async {
        #expect(await run("check").code == 0)
        #expect(await run("check", api: GuardedAPI.self).code == 1)
        let serving = await run("serve", "--port", "0", api: GuardedAPI.self)
        #expect(serving.code == 1)
        #expect(
            serving.message.hasPrefix(
                "Error: the security scheme 'BearerAuthentication' is required by GET /guarded, but nothing verifies it."
            ))
    }

    @Test func aBusyPortIsOneSentence() async throws {
        let server = try APIServer(
            EmptyAPI.served, app: AppConfiguration(), configuration: APIServer.Configuration(port: 0))
        let outcome = try await server.run { port in await run("serve", "--port", "\(port)") }
        #expect(outcome.code == 1)
        #expect(
            outcome.message == "Error: The port is in use by another process. Choose another one with --port.")
    }
}

extension AppEnvironment {
    fileprivate var reason: String { "by default" }
}
