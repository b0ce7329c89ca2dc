import Concord
import ConcordTesting
import Testing

/// A view with `bulkCreate` accepts one object or an array of objects.
@Suite struct BulkCreateTests {
    @Test(arguments: TestDatabase.allCases)
    func anArrayIsStoredAsAWhole(_ database: TestDatabase) async throws {
        try await GenericViewTests().withClient(database) { client in
            let one = try await client.post("/benches", json: ["owner": 2])
            #expect(one.status == 201 && one.json == ["id": 1, "owner": 2])
            let several = try await client.post("/benches", json: [["owner": 1], [:]])
            #expect(several.status == 201)
            #expect(several.json == [["id": 2, "owner": 1], ["id": 3, "owner": 1]])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func anErrorStoresNoneAndNamesItsPlace(_ database: TestDatabase) async throws {
        try await GenericViewTests().withClient(database) { client in
            let nowhere = try await client.post("/benches", json: [["owner": 1], ["owner": 9]])
            #expect(nowhere.status == 400)
            #expect(
                nowhere.json["errors"] == [
                    ["in": "body", "pointer": "/1/owner", "message": "must be the key of an existing object"]
                ])
            let wrong = try await client.post("/benches", json: [["owner": 1], ["owner": "x"], ["owner": false]])
            #expect(wrong.status == 400)
            #expect(wrong.json["errors"]?[0]?["pointer"] == "/1/owner")
            #expect(wrong.json["errors"]?[1]?["pointer"] == "/2/owner")
            #expect(try await client.post("/benches", json: []).status == 400)
            #expect(try await client.post("/benches", json: [[:], [:], [:], [:]]).status == 400)
            #expect(try await client.get("/benches").json == [])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func otherViewsTakeOneObject(_ database: TestDatabase) async throws {
        try await GenericViewTests().withClient(database) { client in
            let response = try await client.post("/owners", json: [["email": "c@x.no"]])
            #expect(response.status == 400)
        }
    }
}
