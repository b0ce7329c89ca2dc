import ConcordCore
import ConcordServer
import ConcordTesting
import Testing

/// Operations without code respond with the examples of the document.
@Suite struct ExampleResponsesTests {
    private enum PetsAPI: API {
        static let views: [any View.Type] = [Pets.self]
        static let defaultAuthentication: [any Authentication] = []
        static var document: _Core.EmbeddedDocument? { _Core.EmbeddedDocument(yaml: "", json: json, page: "") }

        private static let json = #"""
            {"openapi": "3.1.1", "info": {"title": "Pets", "version": "1"}, "paths": {
              "/example": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {
                "schema": {"type": "object"}, "example": {"name": "Rex"}}}}}}},
              "/bad-example": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {
                "schema": {"type": "integer", "minimum": 7}, "example": "seven"}}}}}},
              "/made-up": {"get": {"responses": {"201": {"description": "", "headers": {
                "X-Count": {"required": true, "schema": {"type": "integer"}}},
                "content": {"application/json": {"schema": {"type": "array", "minItems": 2, "items": {
                  "type": "object", "required": ["id", "code"], "properties": {
                    "id": {"type": "string", "format": "uuid"}, "code": {"type": "string", "pattern": "^[A-Z]{2}-\\d{4}$"},
                    "price": {"type": "number", "exclusiveMinimum": 5, "multipleOf": 0.5},
                    "kind": {"enum": ["cat", "dog"]}, "secret": {"type": "string", "writeOnly": true}}}}}}}}}},
              "/text": {"get": {"responses": {"200": {"description": "", "content": {"text/plain": {
                "schema": {"type": "string", "maxLength": 3}}}}}}},
              "/empty": {"get": {"responses": {"204": {"description": ""}}}},
              "/impossible": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {
                "schema": false}}}}}}}}
            """#
    }

    /// The same document, with operations that require a scope.
    private enum GuardedAPI: API {
        static let views: [any View.Type] = [Pets.self]
        static let defaultAuthentication: [any Authentication] = [SignedIn("pets:read")]
        static var document: _Core.EmbeddedDocument? { PetsAPI.document }
    }

    private struct SignedIn: SecurityScheme {
        static let name = "SignedIn"
        static let source = CredentialSource.authorization("Bearer")
        let scopes: [String]

        init(_ scopes: String...) { self.scopes = scopes }

        func user(of credential: BearerCredential) async throws -> UserIdentity? { throw NotImplemented() }
    }

    private struct Pets: View {
        static var routes: [_Core.Route] {
            ["/example", "/bad-example", "/made-up", "/text", "/empty", "/impossible"].map { path in
                let get = _Core.ViewOperation("GET", nil) { _ in throw NotImplemented() }
                return _Core.Route(path, [get], access: _Core.AccessSettings())
            }
        }
    }

    private let client = TestClient(PetsAPI.self) { $0.unimplementedOperations = .answeredByExample }

    @Test func answersWithAnExampleThatTheSchemaAccepts() async throws {
        #expect(try await client.get("/example").json == ["name": "Rex"])
        #expect(try await client.get("/bad-example").json == 7)
        #expect(try await client.get("/bad-example").json == 7)
    }

    @Test func makesUpTheRest() async throws {
        let pets = try await client.get("/made-up")
        #expect(pets.status == 201)
        #expect(pets.headers["X-Count"] == "1")
        #expect(
            pets.json[1] == [
                "id": "6f1f2a34-5b0c-4a7e-9d6b-2f3c1e8a7b90", "code": "AA-0000", "price": 5.5, "kind": "cat",
            ])
        let text = try await client.get("/text")
        #expect(text.text == "str")
        #expect(text.headers["Content-Type"] == "text/plain")
        #expect(try await client.get("/empty").status == 204)
    }

    @Test func acceptsEveryCredentialOfASchemeWithoutCodeIfTheAppSaysSo() async throws {
        let credential: TestClient.Headers = ["Authorization": "Bearer any"]
        let mock = TestClient(GuardedAPI.self) {
            $0.unimplementedOperations = .answeredByExample
            $0.unimplementedSchemes = .acceptAnyCredential
        }
        #expect(try await mock.get("/example", headers: credential).status == 200)
        #expect(try await mock.get("/example").status == 401)
        #expect(try await mock.get("/example", headers: ["Authorization": "Bearer"]).status == 401)
        let strict = TestClient(GuardedAPI.self) { $0.unimplementedOperations = .answeredByExample }
        #expect(try await strict.get("/example", headers: credential).status == 401)
    }

    @Test func refusesWhatCannotBeMadeUp() async throws {
        #expect(try await client.get("/impossible").status == 501)
        #expect(try await TestClient(PetsAPI.self).get("/example").status == 501)
    }
}
