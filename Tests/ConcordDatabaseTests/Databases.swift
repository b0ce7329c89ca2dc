import Concord
import ConcordPostgreSQL
import ConcordTestDatabases
import ConcordSQLite
import Testing

/// The databases that each test runs in.
enum TestDatabase: String, CaseIterable, CustomTestStringConvertible {
    case sqlite
    case postgreSQL

    var testDescription: String { rawValue }

    /// Whether a string may contain U+0000.
    var storesNUL: Bool { self == .sqlite }

    static let models: [any Model.Type] = [
        Owner.self, Station.self, Tag.self, Visit.self, Sample.self, Bench.self, Shelf.self,
    ]

    /// Runs a test in an empty database with the tables of the test models.
    func run(_ test: () async throws -> Void) async throws {
        switch self {
        case .sqlite:
            let database = Database(try SQLiteDatabase(path: ":memory:"))
            try await database.createTables(for: Self.models)
            try await database.run(test)
            try await database.close()
        case .postgreSQL:
            try await PostgreSQLServer.shared.run(tablesOf: Self.models) { url in
                let database = Database(try PostgreSQLDatabase(url: url))
                try await database.run(test)
                try await database.close()
            }
        }
    }

    /// Runs a test in a database without tables.
    func runEmpty(_ test: (Database) async throws -> Void) async throws {
        switch self {
        case .sqlite:
            let database = Database(try SQLiteDatabase(path: ":memory:"))
            try await test(database)
            try await database.close()
        case .postgreSQL:
            try await PostgreSQLServer.shared.run { url in
                let database = Database(try PostgreSQLDatabase(url: url))
                try await test(database)
                try await database.close()
            }
        }
    }
}
