import Concord
import ConcordTesting
import Testing

/// The server enforces the constraints that `.schema` adds to the schema of an input.
@Suite struct InputSchemaTests {
    @Test(arguments: [("name=ab", 400), ("name=abc", 200), ("name=abc&tags=x", 400), ("name=abc&tags=xy", 200)])
    func constraintsOfTheSchemaAreEnforced(_ query: String, _ status: Int) async throws {
        #expect(try await TestClient(HarborAPI.self).get("/harbors?\(query)").status.code == status)
    }

    @Test func theBodyIsValidated() async throws {
        let client = TestClient(HarborAPI.self)
        #expect(try await client.post("/harbors", json: ["a"]).status == 400)
        #expect(try await client.post("/harbors", json: ["a", "b"]).status == 200)
    }
}

@View("/harbors")
struct Harbors {
    @GET("listHarbors")
    func list(
        @Query(.schema(.minLength(3))) name: String,
        @Query(.schema(.items(.minLength(2)))) tags: [String] = []
    ) async throws -> String { name }

    @POST("addHarbors")
    func add(@Body(.schema(.minItems(2))) names: [String]) async throws -> Int { names.count }
}

@API(title: "Harbors", version: "1")
enum HarborAPI {
    static let views: [any View.Type] = [Harbors.self]
}
