import ConcordCore
import ConcordTesting
import Testing

/// The checks of responses that the document doesn't allow.
@Suite struct ContractChecksTests {
    private enum PetsAPI: API {
        static let views: [any View.Type] = [Pets.self]
        static let defaultAuthentication: [any Authentication] = []
        static var document: _Core.EmbeddedDocument? {
            _Core.EmbeddedDocument(yaml: "", json: json, page: "")
        }

        private static let json = """
            {"openapi": "3.1.1", "info": {"title": "Pets", "version": "1"}, "paths": {"/pets/{case}": {"get": {"responses": {
              "200": {"description": "A pet.", "headers": {"X-Count": {"required": true, "schema": {"type": "integer"}}},
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}},
              "204": {"description": "No pet."},
              "206": {"description": "Pets.", "content": {"application/jsonl": {"itemSchema": {"type": "integer"}}}}}}}},
             "components": {"schemas": {"Pet": {"type": "object", "required": ["name", "tag", "secret", "id"], "properties": {
              "name": {"type": "string"}, "tag": {"type": ["string", "null"]}, "secret": {"type": "string", "writeOnly": true},
              "id": {"type": "integer", "readOnly": true}, "age": {"type": "integer"}, "born": {"type": "string", "format": "date"}}}}}}
            """
    }

    private struct Pets: View {
        static var routes: [_Core.Route] {
            let get = _Core.ViewOperation("GET", "getPet") { request in
                let name = request.pathParameter("case") ?? ""
                return responses[name] ?? Problem(404, "No pet.").response
            }
            return [_Core.Route("/pets/{case}", [get], access: _Core.AccessSettings())]
        }

        private static let responses: [String: APIResponse] = [
            "whole": json(#"{"id": 1, "name": "Rex", "tag": null}"#),
            "bad-format": json(#"{"id": 1, "name": "Rex", "tag": null, "born": "long ago"}"#),
            "without-id": json(#"{"name": "Rex", "tag": "a"}"#),
            "without-tag": json(#"{"id": 1, "name": "Rex"}"#),
            "null-age": json(#"{"id": 1, "name": "Rex", "tag": "a", "age": null}"#),
            "not-json": json("{"),
            "without-count": APIResponse(200, .json, .bytes(Array(#"{"id": 1, "name": "Rex", "tag": null}"#.utf8))),
            "bad-count": json(#"{"id": 1, "name": "Rex", "tag": null}"#, count: "many"),
            "created": APIResponse(201),
            "text": APIResponse(200, "text/plain", .bytes(Array("Rex".utf8)), headers: HTTPFields(["X-Count": "1"])),
            "none": APIResponse(204),
            "failed": APIResponse(503),
            "lines": APIResponse(206, "application/jsonl", .bytes(Array("1\n2\n".utf8))),
            "bad-lines": APIResponse(206, "application/jsonl", .bytes(Array("1\n\"2\"\n".utf8))),
        ]

        private static func json(_ text: String, count: String = "1") -> APIResponse {
            APIResponse(200, .json, .bytes(Array(text.utf8)), headers: HTTPFields(["X-Count": count]))
        }
    }

    @Test(arguments: ["whole", "bad-format", "none", "failed", "lines", "absent"])
    func allowsWhatTheDocumentAllows(name: String) async throws {
        _ = try await TestClient(PetsAPI.self).get("/pets/\(name)")
        _ = try await TestClient(PetsAPI.self).send(.head, "/pets/\(name)")
    }

    @Test(
        arguments: [
            ("without-id", "'id' is missing"), ("without-tag", "'tag' is missing"), ("null-age", "'age'"),
            ("not-json", "the content is not valid JSON"), ("without-count", "the header 'X-Count' is missing"),
            ("bad-count", "the header 'X-Count'"),
            ("created", "the status 201 is not declared; declared: 200, 204, 206"),
            ("text", "content of type 'text/plain' is not declared for the status 200, only application/json"),
            ("bad-lines", "item 1"),
        ])
    func failsTheTestOtherwise(name: String, finding: String) async throws {
        let breach = await #expect(throws: ContractBreach.self) {
            try await TestClient(PetsAPI.self).get("/pets/\(name)")
        }
        #expect(breach?.breaches.count == 1)
        #expect(breach?.breaches.first?.contains(finding) == true, "\(breach?.description ?? "")")
    }

    @Test func failsATestOverASocket() async throws {
        try await TestClient.serving(PetsAPI.self) { client in
            let whole = try await client.get("/pets/whole")
            #expect(whole.status == 200)
            await #expect(throws: ContractBreach.self) { try await client.get("/pets/created") }
        }
    }

    @Test func canBeTurnedOff() async throws {
        let client = TestClient(PetsAPI.self) { $0.contractChecks = .never }
        #expect(try await client.get("/pets/created").status == 201)
    }

    @Test(arguments: [(ContractChecks.always, 1), (.never, 0), (.sampled(1), 1), (.sampled(0), 0)])
    func reportsABreachInTheLog(checks: ContractChecks, count: Int) async throws {
        let log = RecordedLog()
        var app = AppConfiguration()
        app.contractChecks = checks
        let responder = try log.responder(of: PetsAPI.served, app)
        _ = await responder.respond(to: log.request("/pets/whole"), context: log.context)
        _ = await responder.respond(to: log.request("/pets/created"), context: log.context)
        let errors = log.messages.filter { $0.level == .error }
        #expect(errors.count == count)
        #expect(errors.allSatisfy { $0.text.hasPrefix("The response of getPet violates its document: the status 201") })
    }
}
