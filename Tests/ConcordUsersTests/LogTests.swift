import Concord
import ConcordServer
import ConcordTesting
import Foundation
import Hummingbird
import Logging
import Synchronization
import Testing

@testable import ConcordUsers

/// The contents of the log and of error responses.
@Suite struct LogTests {
    /// Records the log.
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.all.withLock { $0.append("\(event.message) \(metadata) \(event.metadata ?? [:])") }
        }
    }

    /// The log contains neither passwords nor keys, even with a middleware that logs each request.
    @Test func secretsAreNotLogged() async throws {
        let lines = Lines()
        let logger = Logger(label: "test") { _ in Handler(lines: lines) }
        let app = try await TestApp()
        try await app.user("ada", email: "ada@example.org")
        var configuration = try await UsersAPI.served.configuration()
        configuration.environment.database = app.database
        configuration.users.mailer = app.mailer
        configuration.middleware.add(LogRequestsMiddleware(.info))
        let server = try APIServer(
            UsersAPI.served, app: configuration, configuration: APIServer.Configuration(port: 0), logger: logger)
        let secrets = try await TestClient.serving(server) { client in
            let credentials: JSON = ["username": "ada", "password": .string(TestApp.password)]
            let browser = try Browser(try await client.post("/auth/login", json: credentials))
            _ = try await client.post("/auth/login", json: ["username": "ada", "password": "wrong-secret"])
            let issued = try await client.post("/auth/token", json: credentials)
            guard case .string(let token)? = issued.json["token"] else { throw Problem(500, issued.text) }
            _ = try await client.post("/auth/password-reset", json: ["email": "ada@example.org"])
            return [TestApp.password, "wrong-secret", browser.csrfToken, token]
        }
        let key = try await app.mailer.next().key
        let log = lines.all.withLock { $0 }
        #expect(log.contains { $0.contains("/auth/login") })
        for secret in secrets + [key] { #expect(!log.contains { $0.contains(secret) }) }
    }
}
