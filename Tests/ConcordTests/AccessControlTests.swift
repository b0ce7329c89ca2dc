import Concord
import ConcordTesting
import Testing

/// The declared access is enforced for requests, in every notation.
@Suite struct AccessControlTests {
    private let client = TestClient(AccessAPI.self)
    private let token: TestClient.Headers = ["Authorization": "Bearer token-ada"]

    @Test(arguments: [
        "in-place", "by-constant", "computed", "as-function", "one-type", "in-extension",
        "in-other-file", "inherited-default", "private-setting",
    ])
    func permissionsHold(_ way: String) async throws {
        #expect(try await client.get("/\(way)").status == 403)
    }

    @Test func nothingElseIsGuarded() async throws {
        #expect(try await client.get("/open").json == "open")
    }

    @Test(arguments: ["by-constant", "in-extension", "computed", "operation", "operation-by-constant"])
    func authenticationHolds(_ way: String) async throws {
        let path = "/authentication/\(way)"
        let anonymous = try await client.get(path)
        #expect(anonymous.status == 401)
        #expect(anonymous.headers["WWW-Authenticate"] == "Bearer")
        #expect(anonymous.headers["Content-Type"] == "application/problem+json")
        let invalid = try await client.get(path, headers: ["Authorization": "Bearer wrong"])
        #expect(invalid.status == 401)
        #expect(invalid.headers["WWW-Authenticate"] == #"Bearer error="invalid_token""#)
        #expect(try await client.get(path, headers: token).json == "open")
    }

    @Test func anOperationMayLiftWhatItsViewDemands() async throws {
        #expect(try await client.post("/authentication/operation", json: nil).status == 200)
    }

    @Test(arguments: ["by-constant", "in-extension"])
    func throttlesHold(_ way: String) async throws {
        let response = try await client.get("/throttles/\(way)")
        #expect(response.status == 429)
        #expect(response.headers["Retry-After"] == "2")
    }

    @Test func groupsGuardTheirViews() async throws {
        #expect(try await client.get("/group/inside").status == 401)
        #expect(try await client.get("/group/inside", headers: token).status == 200)
    }

    @Test func currentUsersAreTyped() async throws {
        #expect(try await client.get("/profile", headers: token).json == "ada")
        #expect(try await client.get("/profile").status == 401)
        #expect(try await client.get("/profile", headers: ["X-Machine": "m-1"]).status == 403)
        #expect(try await client.put("/profile", json: nil).json == "nobody -")
        #expect(try await client.put("/profile", headers: token, json: nil).json == "ada ada")
        // Invalid credentials are reported even if they aren't required.
        #expect(try await client.put("/profile", headers: ["X-Machine": "m-2"], json: nil).status == 401)
    }

    @Test func scopesAreChecked() async throws {
        #expect(try await client.get("/scoped", headers: token).json == "ada")
        let lacking = try await client.put("/scoped", headers: token, json: nil)
        #expect(lacking.status == 403)
        #expect(
            lacking.headers["WWW-Authenticate"] == #"Bearer error="insufficient_scope", scope="write:books""#)
        let librarian: TestClient.Headers = ["Authorization": "Bearer token-librarian"]
        #expect(try await client.put("/scoped", headers: librarian, json: nil).json == "written")
        #expect(try await client.put("/scoped", json: nil).status == 401)
    }

    @Test func requirementsAreAndAndOr() async throws {
        let both: TestClient.Headers = ["Authorization": "Bearer token-ada", "X-Machine": "m-1"]
        #expect(try await client.get("/both", headers: both).json == "ada on m-1")
        #expect(try await client.get("/both", headers: token).status == 401)
        #expect(try await client.get("/both", headers: ["X-Machine": "m-1"]).status == 401)
        let wrong = try await client.get("/both", headers: ["Authorization": "Bearer token-ada", "X-Machine": "m-2"])
        #expect(wrong.status == 401)
        #expect(
            wrong.headers["WWW-Authenticate"]
                == #"APIKey in="header", name="X-Machine", Bearer error="invalid_token""#)
        #expect(try await client.get("/either", headers: ["X-Machine": "m-1"]).json == "m-1")
        #expect(try await client.get("/either", headers: token).json == "ada")
        #expect(try await client.get("/either").status == 401)
        #expect(try await client.get("/optional").json == "-")
        #expect(try await client.get("/optional", headers: token).json == "ada")
        #expect(try await client.get("/optional", headers: ["Authorization": "Bearer wrong"]).status == 401)
    }

    @Test(arguments: [
        ("Basic YWRhOm9wZW46IHNlc2FtZQ==", 200), ("basic YWRhOm9wZW46IHNlc2FtZQ==", 200), ("Basic YWRhOg==", 401),
        ("Basic !!", 401), ("Basic", 401), ("Bearer token-ada", 401), ("Basic YWRh", 401),
    ])
    func passwordsAreRead(_ header: String, _ status: Int) async throws {
        let response = try await client.get("/basic", headers: ["Authorization": header])
        #expect(response.status.code == status)
        if status == 401 {
            #expect(response.headers["WWW-Authenticate"] == #"Basic realm="api", charset="UTF-8""#)
        } else {
            #expect(response.json == "ada")
        }
    }

    @Test func keysAreReadWhereTheyAreDeclared() async throws {
        #expect(try await client.get("/keys?key=a%20b").json == "q")
        #expect(try await client.get("/keys", headers: ["Cookie": "theme=dark; session=s-1"]).json == "c")
        #expect(try await client.get("/keys?key=", headers: ["X-Machine": "m-1"]).status == 401)
        #expect(try await client.get("/keys", headers: ["Cookie": "session=s-2"]).status == 401)
    }

    @Test func theOrderOfChecksGivesNothingAway() async throws {
        // An unauthenticated client doesn't learn about other errors in its request.
        #expect(try await client.send(.get, "/profile", headers: ["Content-Type": "text/csv"]).status == 401)
    }
}
