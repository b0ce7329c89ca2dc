import Concord
import ConcordTesting
import Testing

/// A client that specifies the version of the object that it changes can't overwrite another client's change.
@Suite struct ConditionalRequestTests {
    /// A client of an app with two owners and a bench of the first.
    private func withBench(
        _ database: TestDatabase, _ test: @escaping (_ client: TestClient, _ tag: String) async throws -> Void
    ) async throws {
        try await GenericViewTests().withClient(database) { client in
            let created = try await client.post("/benches", json: [:])
            #expect(created.status == 201)
            try await test(client, try #require(created.headers["ETag"]))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aTagChangesWithTheObject(_ database: TestDatabase) async throws {
        try await withBench(database) { client, tag in
            #expect(tag.hasPrefix("\"") && tag.hasSuffix("\"") && tag.count > 20)
            #expect(try await client.get("/benches/1").headers["ETag"] == tag)
            let changed = try await client.patch("/benches/1", headers: ["If-Match": tag], json: ["owner": 2])
            #expect(changed.status == 200)
            let other = try #require(changed.headers["ETag"])
            #expect(other != tag)
            #expect(try await client.get("/benches/1").headers["ETag"] == other)
            #expect(try await client.get("/visits").headers["ETag"] == nil)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func whatAClientHasIsNotSentAgain(_ database: TestDatabase) async throws {
        try await withBench(database) { client, tag in
            for condition in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let response = try await client.get("/benches/1", headers: ["If-None-Match": condition])
                #expect(response.status == 304 && response.bytes.isEmpty && response.headers["ETag"] == tag)
            }
            for condition in ["\"other\"", "", "other"] {
                #expect(try await client.get("/benches/1", headers: ["If-None-Match": condition]).status == 200)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func anotherVersionIsNotChanged(_ database: TestDatabase) async throws {
        try await withBench(database) { client, tag in
            let unconditional = try await client.put("/benches/1", json: ["owner": 2])
            #expect(unconditional.status == 428)
            #expect(try await client.delete("/benches/1").status == 428)
            for condition in ["\"other\"", "W/\(tag)"] {
                let headers: TestClient.Headers = ["If-Match": condition]
                #expect(try await client.patch("/benches/1", headers: headers, json: ["owner": 2]).status == 412)
                #expect(try await client.delete("/benches/1", headers: headers).status == 412)
            }
            #expect(try await client.get("/benches/1").headers["ETag"] == tag)
            #expect(try await client.patch("/benches/9", json: ["owner": 2]).status == 404)
            #expect(try await client.put("/benches/1", headers: ["If-Match": "*"], json: ["owner": 2]).status == 200)
            #expect(try await client.delete("/benches/1", headers: ["If-Match": tag]).status == 412)
            #expect(try await client.delete("/benches/1", headers: ["If-Match": "*"]).status == 204)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func noUpdateIsLost(_ database: TestDatabase) async throws {
        try await withBench(database) { client, tag in
            let statuses = try await withThrowingTaskGroup(of: Int.self, returning: [Int].self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let headers: TestClient.Headers = ["If-Match": tag]
                        let response = try await client.patch("/benches/1", headers: headers, json: ["owner": 2])
                        return response.status.code
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [200] + Array(repeating: 412, count: 7))
        }
    }
}
