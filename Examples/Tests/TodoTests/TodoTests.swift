import Concord
import ConcordTesting
import Foundation
import Testing

@testable import Todo

struct TodoTests {
    private let client = TestClient(TodoAPI.self)

    private func add(_ title: String) async throws -> JSON {
        let added = try await client.post("/todos", json: ["title": .string(title)])
        #expect(added.status == 201)
        return added.json
    }

    private func target(of todo: JSON) throws -> String {
        guard case .string(let id)? = todo["id"] else { throw Problem(500, "The todo has no identifier.") }
        return "/todos/\(id)"
    }

    @Test func storesWhatItDeclares() async throws {
        let milk = try await add("Buy milk")
        #expect(milk["isDone"] == false)
        let target = try target(of: milk)
        #expect(try await client.get(target).json == milk)
        #expect(try await client.patch(target, json: ["isDone": true]).json["isDone"] == true)
        #expect(try await client.delete(target).status == 204)
        #expect(try await client.get(target).json["detail"] == "No such object.")
    }

    @Test func filtersSearchesAndPages() async throws {
        let milk = try await add("Buy milk")
        let ada = try await add("Call Ada")
        #expect(try await client.patch(try target(of: ada), json: ["isDone": true]).status == 200)
        #expect(try await client.get("/todos?isDone=false").json["results"] == [milk])
        #expect(try await client.get("/todos?search=ADA").json["count"] == 1)
        let first = try await client.get("/todos?page_size=1").json
        #expect(first["count"] == 2)
        #expect(first["results"] == [milk])
    }

    @Test func refusesWhatItDoesNotDeclare() async throws {
        let refused = try await client.post("/todos", json: ["title": "", "isDone": "no"])
        #expect(refused.status == 400)
        #expect(try await client.get("/todos?page=0").status == 400)
        #expect(try await client.get("/todos").json["count"] == 0)
    }
}
