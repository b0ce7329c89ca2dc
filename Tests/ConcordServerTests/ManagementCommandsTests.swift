import ArgumentParser
import ConcordCore
import Configuration
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

    private struct TellSecret: AsyncParsableCommand {
        @Environment(\.secretKey) var secretKey

        func run() async throws { throw ValidationError("The secret is '\(secretKey)'.") }
    }

    /// The signer has the key that `check --deploy` looks for, whether it is in the environment or in the file.
    @Test func signsWithTheKeyOfTheSettings() async {
        let settings = ConfigReader(
            provider: EnvironmentVariablesProvider(environmentVariables: ["SECRET_KEY": "sunshine"]))
        let outcome = await AppSettings.$current.withValue(settings) {
            await AppCommand.run(["tell-secret"], EmptyAPI.served, [TellSecret.self])
        }
        #expect(outcome.message.contains("The secret is 'sunshine'."))
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

    @Test func checkReportsWhatIsNotSafeInProduction() async throws {
        var app = AppConfiguration()
        app.contractChecks = .always
        let findings = try DeploymentFindings(OpenAPIOfWriting.served, app).all.map(\.message)
        #expect(findings.contains("The server checks every response against the document, which takes time."))
        #expect(findings.contains("POST /notes and 1 more can be called without authentication."))
        #expect(findings.contains("The server uses HTTP without TLS."))
        #expect(findings.contains("The document declares the server 'http://localhost:8080'."))
        app.contractChecks = .never
        app.transport.scheme = "https"
        let guarded = try DeploymentFindings(GuardedAPI.served, app).all.map(\.message)
        #expect(guarded.filter { !$0.hasPrefix("The executable is a debug build") }.isEmpty)
    }

    private enum OpenAPIOfWriting: API {
        static let views: [any View.Type] = [Notes.self]
        static let defaultAuthentication: [any Authentication] = []
        static var document: _Core.EmbeddedDocument? {
            let json = #"{"openapi": "3.1.1", "servers": [{"url": "http://localhost:8080"}], "paths": {}}"#
            return _Core.EmbeddedDocument(yaml: "", json: json, page: "")
        }

        struct Notes: View {
            static var routes: [_Core.Route] {
                let operations = ["GET", "POST", "DELETE"].map { method in
                    _Core.ViewOperation(method, nil) { $0.respond(204) }
                }
                return [_Core.Route("/notes", operations, access: _Core.AccessSettings())]
            }
        }
    }

    @Test func settingsComeFromTheEnvironment() throws {
        func settings(_ variables: [String: String]) -> ConfigReader {
            ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: variables))
        }
        #expect(try ServerSetting.port.value(in: settings(["PORT": "81"])) == 81)
        #expect(try ServerSetting.port.value(in: settings(["PORT": ""])) == nil)
        #expect(try ServerSetting.bodyLimit.value(in: settings(["BODY_LIMIT": "1024"])) == 1024)
        #expect(try ServerSetting.logLevel.value(in: settings(["LOG_LEVEL": "debug"])) == .debug)
        #expect(try ServerSetting.contractChecks.value(in: settings(["CONTRACT_CHECKS": "0.5"])) == 0.5)
        #expect(try ServerSetting.pathPrefix.value(in: settings(["PATH_PREFIX": "document"])) == "document")
        let message = "The environment variable PORT must be a number from 0 to 65535, not 'x'."
        let error = #expect(throws: ValidationError.self) {
            try ServerSetting.port.value(in: settings(["PORT": "x"]))
        }
        #expect(error?.message == message)
        #expect(throws: ValidationError.self) {
            try ServerSetting.contractChecks.value(in: settings(["CONTRACT_CHECKS": "2"]))
        }
    }

    @Test func aBusyPortIsOneSentence() async throws {
        let server = try APIServer(
            EmptyAPI.served, app: AppConfiguration(), configuration: APIServer.Configuration(port: 0))
        let outcome = try await server.run { port in await run("serve", "--port", "\(port)") }
        #expect(outcome.code == 1)
        #expect(
            outcome.message == "Error: The port is in use by another process. Choose a different one with --port.")
    }
}

extension AppEnvironment {
    fileprivate var reason: String { "by default" }
}
