import ConcordCore
import ConcordDatabase
import ConcordServer
import Foundation
import Synchronization

/// The empty database of a test client.
struct TestDatabase: Sendable {
    let database: Database
    /// Closes the database and removes its contents.
    let remove: @Sendable () async -> Void

    /// Opens the database of an app that has models and doesn't set a database itself. Returns `nil` if the tests have
    /// no driver.
    init?(of api: ServedAPI, _ app: AppConfiguration) async throws {
        guard app.environment.database == nil, !api.models.isEmpty else { return nil }
        do {
            try await self.init(url: app.testDatabaseURL)
        } catch is ServedAPI.DatabaseRequired {
            // Tests that don't use the database, such as those of validation, can run without one.
            return nil
        }
    }

    /// Creates the database for a URL: an in-memory database for SQLite, and a new schema for PostgreSQL.
    ///
    /// - `DatabaseRequired` if the tests contain no driver for the scheme, or ``DatabaseError`` if the
    ///   database can't be opened.
    init(url: String) async throws {
        guard url.hasPrefix("postgres") else {
            let database = try await Database(url: url)
            self.init(database: database, remove: { try? await database.close() })
            return
        }
        let schemas = try await TestSchemas.of(url)
        let name = try await schemas.create()
        let options = "options=-csearch_path%3D\(name)"
        let database = try await Database(url: url + (url.contains("?") ? "&" : "?") + options)
        self.init(
            database: database,
            remove: {
                try? await database.close()
                await schemas.drop(name)
            })
    }

    private init(database: Database, remove: @escaping @Sendable () async -> Void) {
        self.database = database
        self.remove = remove
    }
}

/// The schemas of the tests in a PostgreSQL database.
///
/// The process holds a lock while it runs. Schemas whose process no longer holds its lock are dropped.
private actor TestSchemas {
    private static let prefix = "concord_test_"
    /// The first half of the locks' keys.
    private static let lockClass: Int32 = 0x436F_6E63
    private static let known = Mutex<[String: Task<TestSchemas, any Error>]>([:])

    private let database: Database
    private let connection: any DatabaseConnection
    /// The second half of the lock's key, which is also part of the names of the schemas.
    private let key = Int32.random(in: 1...Int32.max)
    private var count = 0

    /// Returns the schemas in the database at a URL.
    static func of(_ url: String) async throws -> TestSchemas {
        let opening = known.withLock { known in
            let task = known[url] ?? Task { try await TestSchemas(url: url) }
            known[url] = task
            return task
        }
        return try await opening.value
    }

    private init(url: String) async throws {
        database = try await Database(url: url)
        connection = try await database.driver.connection(for: .write)
        guard try await lock(key) else { throw DatabaseError(.unavailable, "The lock of the tests is taken.") }
        let names = try await connection.rows(
            of: SQLStatement(
                "SELECT nspname::text FROM pg_namespace WHERE starts_with(nspname, '\(Self.prefix)')")
        ) { try $0.text(at: 0) }
        for name in names {
            let parts = name.dropFirst(Self.prefix.count).split(separator: "_")
            guard let key = parts.first.flatMap({ Int32($0) }), try await lock(key) else { continue }
            try await connection.execute(SQLStatement("DROP SCHEMA IF EXISTS \"\(name)\" CASCADE"))
            let unlock = SQLStatement("SELECT pg_advisory_unlock(\(Self.lockClass), \(key))")
            _ = try await connection.rows(of: unlock) { _ in true }
        }
    }

    /// Acquires the lock of a process, unless another process holds it.
    private func lock(_ key: Int32) async throws -> Bool {
        let statement = SQLStatement("SELECT pg_try_advisory_lock(\(Self.lockClass), \(key))::int")
        return try await connection.rows(of: statement) { try $0.integer(at: 0) }.first == 1
    }

    /// Creates a schema and returns its name.
    func create() async throws -> String {
        count += 1
        let name = "\(Self.prefix)\(key)_\(count)"
        try await connection.execute(SQLStatement("CREATE SCHEMA \"\(name)\""))
        return name
    }

    /// Drops a schema. After an error, the next process drops it.
    func drop(_ name: String) async {
        try? await connection.execute(SQLStatement("DROP SCHEMA IF EXISTS \"\(name)\" CASCADE"))
    }
}

extension AppConfiguration {
    private enum TestDatabaseURL {}

    /// The URL of the database in which each test client gets its own empty database.
    ///
    /// The default is the environment variable `TEST_DATABASE_URL`. If it is not set, the database is SQLite in memory.
    /// In PostgreSQL, each client has its own schema, which is dropped with the client.
    public var testDatabaseURL: String {
        get {
            if let url = parts[ObjectIdentifier(TestDatabaseURL.self)] as? String { return url }
            let stated = settings.string(forKey: "test.database.url", isSecret: true) ?? ""
            return stated.isEmpty ? "sqlite::memory:" : stated
        }
        set { parts[ObjectIdentifier(TestDatabaseURL.self)] = newValue }
    }
}
