import Concord
import ConcordSQLite
import ConcordTesting
import Foundation
import Testing

/// The number of statements of a request doesn't depend on the number of objects.
@Suite struct StatementCountTests {
    @Test func nestedObjectsCostOneStatementForEachProperty() async throws {
        let few = try await statements(stations: 1)
        let many = try await statements(stations: 400)
        #expect(few.count == 4)
        #expect(few.map { $0.prefix { $0 != "(" } } == many.map { $0.prefix { $0 != "(" } })
    }

    /// Returns the statements for reading an owner with a number of stations, each with a visit.
    private func statements(stations count: Int) async throws -> [String] {
        let driver = CountingDriver(try SQLiteDatabase(path: ":memory:"))
        let database = Database(driver)
        try await database.createTables(for: TestDatabase.models)
        try await database.run {
            try await Owner.objects.create(Owner(id: 0, email: "a@x.no"))
            let stations = try await Station.objects.bulkInsert(
                (0..<count).map { Station(id: UUID(), name: "S\($0)", owner: 1, created: .now, changed: .now) })
            try await Visit.objects.bulkInsert(
                stations.map { Visit(id: 0, station: $0.id, visitor: "Eva", minutes: 5) })
        }
        let client = TestClient(StationsAPI.self) { $0.environment.database = database }
        // The first request reads the list of tables.
        _ = try await client.get("/visits/0")
        driver.forget()
        let owner = try await client.get("/owners/1")
        #expect(owner.json["stations"]?[count - 1]?["visits"]?[0]?["visitor"] == "Eva")
        return driver.statements
    }
}
