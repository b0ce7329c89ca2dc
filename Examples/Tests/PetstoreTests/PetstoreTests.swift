import ConcordTesting
import Testing

@testable import Petstore

struct PetstoreTests {
    private let client = TestClient(PetstoreAPI(pets: PetOperations(store: PetStore())))

    @Test func createsListsAndShowsPets() async throws {
        #expect(try await client.post("/pets", json: ["id": 1, "name": "Kit"]).status == 201)
        #expect(try await client.post("/pets", json: ["id": 2, "name": "Kat", "tag": "cat"]).status == 201)
        #expect(try await client.get("/pets?limit=1").json == [["id": 1, "name": "Kit"]])
        #expect(try await client.get("/pets/2").json == ["id": 2, "name": "Kat", "tag": "cat"])
    }

    @Test func everyErrorIsTheErrorOfTheDocument() async throws {
        let missing = try await client.get("/pets/3")
        #expect(missing.status == 404)
        #expect(missing.json == ["code": 404, "message": "No pet 3."])
        let invalid = try await client.get("/pets?limit=101")
        #expect(invalid.status == 400)
        #expect(invalid.json == ["code": 400, "message": "The request is not valid."])
        #expect(try await client.get("/dogs").json == ["code": 404, "message": "No resource at '/dogs'."])
    }
}
