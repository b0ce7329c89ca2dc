import Concord
import ConcordPostgreSQL
import ConcordTesting
import ConcordTestDatabases
import Testing

/// A throttle that counts in the database counts for all instances of an app.
@Suite struct ThrottleTests {
    @Test func instancesCountTogether() async throws {
        try await PostgreSQLServer.shared.run { url in
            var clients: [TestClient] = []
            var databases: [Database] = []
            for _ in 0..<2 {
                let database = Database(try PostgreSQLDatabase(url: url))
                databases.append(database)
                clients.append(TestClient(StationsAPI.self) { $0.environment.database = database })
            }
            let statuses = try await statuses(of: clients, requests: 8)
            #expect(statuses == [200, 200, 200, 429, 429, 429, 429, 429])
            for database in databases { try await database.close() }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aClientIsToldHowLongToWait(_ database: TestDatabase) async throws {
        try await GenericViewTests().withClient(database) { client in
            #expect(try await statuses(of: [client], requests: 4) == [200, 200, 200, 429])
            let refused = try await client.get("/tags")
            let seconds = try #require(refused.headers["Retry-After"].flatMap { Int($0) })
            #expect((1...3600).contains(seconds))
            try await Database.current.execute("UPDATE concord_throttle SET ends = 0")
            #expect(try await statuses(of: [client], requests: 4) == [200, 200, 200, 429])
        }
    }

    /// The statuses of requests that are sent at the same time, sorted.
    private func statuses(of clients: [TestClient], requests: Int) async throws -> [Int] {
        try await withThrowingTaskGroup(of: Int.self, returning: [Int].self) { group in
            for number in 0..<requests {
                let client = clients[number % clients.count]
                group.addTask { try await client.get("/tags").status.code }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted()
        }
    }
}
