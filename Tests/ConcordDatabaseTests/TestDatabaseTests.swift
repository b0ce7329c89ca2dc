import Concord
import ConcordServer
import ConcordTestDatabases
import ConcordTesting
import Foundation
import Testing

/// The database that each test client gets, and the values that tests set.
@Suite struct TestDatabaseTests {
    @Test func `each client has an empty schema of PostgreSQL`() async throws {
        try await PostgreSQLServer.shared.run { url in
            let administration = try await Database(url: url)
            // This test ended without dropping its schema.
            try await administration.execute("CREATE SCHEMA concord_test_1_1")
            let first = TestClient(ReviewAPI.self) { $0.testDatabaseURL = url }
            let second = TestClient(ReviewAPI.self) { $0.testDatabaseURL = url }
            let created = try await first.post("/reviews", json: ["text": "Good."])
            #expect(created.status == 201)
            let reviews = try await first.get("/reviews")
            #expect(reviews.json[0]?["text"] == "Good.")
            let others = try await second.get("/reviews")
            #expect(others.json == [])
            let schemas = try await Self.schemas(administration)
            #expect(schemas.count == 2)
            #expect(!schemas.contains("concord_test_1_1"))
            try await TestClient.serving(ReviewAPI.self, configure: { $0.testDatabaseURL = url }) { client in
                let reviews = try await client.get("/reviews")
                #expect(reviews.json == [])
            }
            let rest = try await Self.schemas(administration)
            #expect(rest == schemas)
            try await administration.close()
        }
    }

    private static func schemas(_ database: Database) async throws -> [String] {
        let statement = SQLStatement(
            "SELECT nspname::text FROM pg_namespace WHERE starts_with(nspname, 'concord_test_') ORDER BY 1")
        return try await database.rows(of: statement) { try $0.text(at: 0) }
    }

    @Test func `time, identifiers and random numbers are the test's`() async throws {
        let client = TestClient(ReviewAPI.self) { app in
            app.environment.now = { Date(timeIntervalSince1970: 86_400) }
            app.environment.makeUUID = { UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)) }
            app.environment.randomNumberGenerator = { CountingGenerator() }
        }
        let created = try await client.post("/reviews", json: ["text": "Good."])
        #expect(created.json["written"] == "1970-01-02T00:00:00Z")
        #expect(created.json["id"] == "01020304-0506-0708-090a-0b0c0d0e0f10")
        let draw = try await client.get("/draws")
        #expect(
            draw.json == [
                "id": "01020304-0506-0708-090a-0b0c0d0e0f10", "time": "1970-01-02T00:00:00Z", "numbers": [1, 2, 3],
            ])
        let other = try await TestClient(ReviewAPI.self).get("/draws")
        #expect(other.json["id"] != draw.json["id"])
    }
}

/// Counts from one.
private struct CountingGenerator: RandomNumberGenerator, Sendable {
    private var count: UInt64 = 0

    mutating func next() -> UInt64 {
        count += 1
        return count
    }
}

@Model
struct Review {
    var id: UUID
    var text: String
    @Field(.setOn(.create)) var written: Date
}

@Serializer(of: Review.self)
struct ReviewSerializer {}

@View("/reviews")
struct ListReviews: ListCreateAPIView {
    static let serializer = ReviewSerializer.self
    static let queryset = Review.objects.all()
}

@Serializer
struct Draw {
    var id: UUID
    var time: Date
    var numbers: [Int]
}

@View("/draws")
struct DrawView {
    @Environment(\.now) var now
    @Environment(\.makeUUID) var makeUUID
    @Environment(\.randomNumberGenerator) var randomNumberGenerator

    @GET("draw")
    func get() async throws -> Draw {
        var generator = randomNumberGenerator()
        return Draw(
            id: makeUUID(), time: now(), numbers: (0..<3).map { _ in Int(truncatingIfNeeded: generator.next()) })
    }
}

@API(title: "Reviews", version: "1")
enum ReviewAPI {
    static let views: [any View.Type] = [ListReviews.self, DrawView.self]
}
