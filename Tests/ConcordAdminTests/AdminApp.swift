import Concord
import ConcordAdmin
import ConcordPostgreSQL
import ConcordSQLite
import ConcordTestDatabases
import ConcordTesting
import ConcordUsers
import Foundation

/// The app of the tests with a database, and its users.
struct AdminApp {
    static let models = Users.models + Admin.models + [Owner.self, Station.self, Topic.self, Visit.self]
    static let password = "correct horse battery"

    let database: Database
    let client: TestClient

    /// Runs the app with a database that contains its tables.
    init(in database: Database, _ change: @escaping @Sendable (inout AppConfiguration) -> Void = { _ in }) {
        self.database = database
        client = TestClient(AdminAPI.self) { app in
            app.environment.database = database
            change(&app)
        }
    }

    /// Runs the app with a database in memory.
    init(_ change: @escaping @Sendable (inout AppConfiguration) -> Void = { _ in }) async throws {
        let database = try await Database(url: "sqlite::memory:")
        try await database.createTables(for: Self.models)
        self.init(in: database, change)
    }

    /// Runs queries and functions of users in the app's environment.
    func run<Result>(_ body: () async throws -> Result) async throws -> Result {
        var environment = try await AdminAPI.served.configuration().environment
        environment.database = database
        return try await environment.run(body)
    }

    @discardableResult
    func user(_ name: String, _ permissions: [String] = [], isSuperuser: Bool = false) async throws -> User {
        try await run {
            let user = try await User.create(name, password: Self.password) {
                $0.isStaff = true
                $0.isSuperuser = isSuperuser
            }
            for permission in permissions { try await user.grant(permission) }
            return user
        }
    }

    /// Creates a superuser and signs in.
    func signedIn() async throws -> Visitor {
        try await user("ada", isSuperuser: true)
        return try await signIn("ada")
    }

    func signIn(_ name: String, password: String = Self.password) async throws -> Visitor {
        let response = try await client.form("/admin/login", ["username": name, "password": password])
        guard response.status == 303, let cookie = response.headers["Set-Cookie"]?.split(separator: ";").first else {
            throw Problem(response.status, response.text)
        }
        return Visitor(client: client, cookie: String(cookie))
    }

    /// Runs a test with SQLite and with PostgreSQL.
    static func onBoth(_ test: (AdminApp) async throws -> Void) async throws {
        try await test(AdminApp())
        try await PostgreSQLServer.shared.run(tablesOf: models) { url in
            let database = Database(try PostgreSQLDatabase(url: url))
            try await test(AdminApp(in: database))
            try await database.close()
        }
    }
}

/// A browser without scripts: it keeps the cookie, and sends the hidden fields of the forms that it reads.
struct Visitor {
    let client: TestClient
    let cookie: String

    func get(_ target: String) async throws -> TestResponse {
        try await client.get(target, headers: ["Cookie": cookie])
    }

    /// Opens the page of a form, fills it in, and sends it.
    ///
    /// - Parameters:
    ///   - page: The page.
    ///   - target: The target of the form; by default, the page itself.
    ///   - fields: The entered values.
    func submit(_ page: String, to target: String? = nil, _ fields: KeyValuePairs<String, String>) async throws
        -> TestResponse
    {
        let form = try await get(page)
        var all: [(String, String)] = []
        for name in ["csrfToken", "_version"] {
            if let value = form.hidden(name) { all.append((name, value)) }
        }
        return try await client.form(target ?? page, all + fields.map { ($0.key, $0.value) }, cookie: cookie)
    }
}

extension TestResponse {
    /// The value of a hidden field of the page.
    func hidden(_ name: String) -> String? {
        guard let range = text.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[range.upperBound...].prefix { $0 != "\"" })
    }
}

extension TestClient {
    func form(_ target: String, _ fields: KeyValuePairs<String, String>, cookie: String? = nil) async throws
        -> TestResponse
    { try await form(target, fields.map { ($0.key, $0.value) }, cookie: cookie) }

    func form(_ target: String, _ fields: [(String, String)], cookie: String? = nil) async throws -> TestResponse {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-_")
        let body = fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }.joined(separator: "&")
        let type = ("Content-Type", "application/x-www-form-urlencoded")
        let headers: Headers = cookie.map { [type.0: type.1, "Cookie": $0] } ?? [type.0: type.1]
        return try await send(.post, target, headers: headers, bytes: Array(body.utf8))
    }
}
