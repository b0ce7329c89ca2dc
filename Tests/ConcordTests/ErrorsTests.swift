import Concord
import ConcordCore
import ConcordTesting
import Testing

/// The responses to errors: the declared response, a problem, or a response without the details in the server's log.
@Suite struct ErrorsTests {
    private let client = TestClient(ErrorsAPI.self)

    @Test func aProblemIsWhatItSays() async throws {
        let response = try await client.get("/problems/404", headers: ["Accept": "application/json"])
        #expect(response.status == 404)
        #expect(response.headers["Content-Type"] == "application/problem+json")
        #expect(
            response.json == [
                "type": "https://errors.example/missing", "title": "Missing", "status": 404, "detail": "Not here.",
                "instance": "urn:x", "balance": 30,
            ])
        let read = try response.decode(ConcordCore.Problem.self)
        #expect(read.members["balance"] == 30)
        #expect(read.status == .notFound)
    }

    @Test func aStatusMayBeGivenLater() async throws {
        let response = try await client.get("/problems/409")
        #expect(response.status == 410)
        #expect(response.json["status"] == 410)
    }

    @Test(arguments: [404, 409, 418])
    func severalResponsesMayHaveOneType(_ status: Int) async throws {
        let problem = try await client.get("/declared-problems?status=\(status)")
        #expect(problem.status.code == status)
        #expect(problem.json["status"] == .number(Number(status)))
        let own = try await client.get("/own?status=\(status)")
        #expect(own.status.code == status)
        #expect(own.json == ["status": .number(Number(status)), "item": "pens"])
    }

    @Test func anErrorWithoutAStatusOfItsOwnNeedsOne() async throws {
        #expect(try await client.get("/ambiguous").status == 500)
        #expect(try await client.get("/ambiguous?status=403").status == 403)
        let conflict = try await client.get("/ambiguous?status=409", headers: ["Accept": "text/html"])
        #expect(conflict.status == 409)
        #expect(conflict.headers["Content-Type"] == "application/vnd.refused+json")
        #expect(conflict.json == ["reason": "no"])
        #expect(try await client.get("/range").status == 400)
    }

    @Test func anyOtherErrorStaysInTheLog() async throws {
        let bug = try await client.get("/bugs")
        #expect(bug.status == 500)
        #expect(bug.json["requestId"] == .string(bug.headers["X-Request-Id"] ?? ""))
        #expect(!bug.text.contains("password"))
        let undeclared = try await client.post("/bugs", json: nil)
        #expect(undeclared.status == 500)
        #expect(!undeclared.text.contains("undeclared"))
    }
}
