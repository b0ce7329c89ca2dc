import Concord
import ConcordTesting
import Foundation
import Testing

@testable import Todo

struct TodoTests {
    @Test func servesWhatItDeclares() async throws {
        let client = TestClient(TodoAPI.self)
        let added = try await client.post("/todos", json: ["title": "Milk"])
        #expect(added.status == 201)
        let todo = try added.decode(Todo.self)
        #expect(try await client.get("/todos/\(todo.id)").json["title"] == "Milk")
        #expect(try await client.get("/todos?limit=0").status == 400)
        #expect(try await client.get("/todos/\(UUID())").json["detail"] == "No todo with this identifier.")
    }
}
