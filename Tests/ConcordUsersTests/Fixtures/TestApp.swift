import Concord
import ConcordServer
import ConcordSQLite
import ConcordTesting
import Foundation
import HTTPTypes
import Logging
import Synchronization

@testable import ConcordUsers

/// The app of the tests with an empty database, and its users.
struct TestApp {
    let database: Database
    let client: TestClient
    let mailer = MemoryMailer()

    static let password = "correct horse battery"

    /// Runs the app with a database in memory.
    init(_ change: @escaping @Sendable (inout AppConfiguration) -> Void = { _ in }) async throws {
        let database = try await Database(url: "sqlite::memory:")
        try await database.createTables(for: Users.models + [Note.self])
        self.init(in: database, change)
    }

    /// Runs the app with a database that has its tables.
    init(in database: Database, _ change: @escaping @Sendable (inout AppConfiguration) -> Void = { _ in }) {
        self.database = database
        client = TestClient(UsersAPI.self) { [mailer] app in
            app.environment.database = database
            app.users.mailer = mailer
            change(&app)
        }
    }

    /// Runs queries and functions of users in the app's environment.
    func run<Result>(_ body: () async throws -> Result) async throws -> Result {
        var environment = try await UsersAPI.served.configuration().environment
        environment.database = database
        return try await environment.run(body)
    }

    @discardableResult
    func user(_ name: String, email: String = "", _ change: (inout User) -> Void = { _ in }) async throws -> User {
        try await run { try await User.create(name, email: email, password: Self.password, change) }
    }

    /// Signs in and returns the fields that a browser sends from then on.
    func signIn(_ name: String, password: String = Self.password) async throws -> Browser {
        let response = try await client.post(
            "/auth/login", json: ["username": .string(name), "password": .string(password)])
        guard response.status == 200 else { throw Problem(response.status, response.text) }
        return try Browser(response)
    }

    /// Creates a token and returns the field that a program sends.
    func token(_ user: User, _ scopes: Set<String> = []) async throws -> TestClient.Headers {
        let (_, key) = try await run { try await Token.create(for: user, scopes: scopes, lifetime: .seconds(60)) }
        return ["Authorization": "Bearer \(key)"]
    }
}

/// What a browser keeps of a session.
struct Browser {
    let cookie: String
    let csrfToken: String

    init(_ response: TestResponse) throws {
        guard let cookie = response.headers["Set-Cookie"]?.split(separator: ";").first,
            case .string(let token)? = response.json["csrfToken"]
        else { throw Problem(500, "The response starts no session.") }
        self.cookie = String(cookie)
        csrfToken = token
    }

    /// The fields of a request that a page of the app sends.
    var headers: TestClient.Headers { ["Cookie": cookie, "X-CSRFToken": csrfToken] }
}

/// Keeps the messages, which a test can wait for.
final class MemoryMailer: Mailer {
    private let (stream, continuation) = AsyncStream<Mail>.makeStream()

    func send(_ mail: Mail) async throws { continuation.yield(mail) }

    /// The next message; it waits until there is one.
    func next() async throws -> Mail {
        for await mail in stream { return mail }
        throw CancellationError()
    }
}

extension TestResponse {
    /// The header fields without the identifier, which is another for each request.
    var headersOfContent: HTTPFields {
        var headers = headers
        if let field = HTTPField.Name("X-Request-Id") { headers[field] = nil }
        return headers
    }
}
