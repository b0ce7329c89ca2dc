import Concord
import ConcordSQLite
import Testing

/// The databases that each test runs in.
enum TestDatabase: String, CaseIterable, CustomTestStringConvertible {
    case sqlite

    var testDescription: String { rawValue }

    /// Runs a test in an empty database with the tables of the test's models.
    func run(_ test: () async throws -> Void) async throws {
        let database = Database(try SQLiteDatabase(path: ":memory:"))
        try await database.createTables(for: [Owner.self, Station.self, Tag.self, Visit.self, Sample.self, Bench.self])
        try await database.run(test)
        try await database.close()
    }
}
