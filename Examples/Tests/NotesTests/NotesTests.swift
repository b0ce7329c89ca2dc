import ConcordCore
import ConcordServer
import ConcordTesting
import Foundation
import Hummingbird
import Testing

@testable import Notes

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

struct NotesTests {
    private let client = TestClient(NotesAPI.self)
    private let ada: TestClient.Headers = ["Authorization": "Bearer ada-token"]
    private let bob: TestClient.Headers = ["Authorization": "Bearer bob-token"]

    @Test func membersWriteAndReadTheirNotes() async throws {
        let created = try await client.post("/notes", headers: ada, json: ["title": "Milk"])
        #expect(created.status == 201)
        #expect(created.json["owner"] == "ada")
        let list = try await client.get("/notes?search=mil", headers: ada)
        #expect(list.json[0]?["title"] == "Milk")
        #expect(try await client.get("/notes", headers: bob).json == [])
    }

    @Test func strangersAreRefused() async throws {
        let strangers: [TestClient.Headers] = [
            [:], ["Authorization": "Bearer guessed"], ["Authorization": "Basic YWRhOg=="],
        ]
        for headers in strangers {
            let response = try await client.get("/notes", headers: headers)
            #expect(response.status == 401)
            #expect(response.headers["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
        }
        #expect(try await client.get("/status").json == "running")
    }

    @Test func otherMembersAreRefused() async throws {
        let note = try await client.post("/notes", headers: ada, json: ["title": "Secret"]).decode(Note.self)
        let path = "/notes/\(note.id)"
        #expect(try await client.get(path, headers: bob).status == 403)
        #expect(try await client.patch(path, headers: ada, json: ["text": "Shh"]).json["text"] == "Shh")
        #expect(try await client.delete(path, headers: bob).status == 403)
        #expect(try await client.delete(path, headers: ada).status == 204)
        #expect(try await client.get(path, headers: ada).json["detail"] == "No such note.")
    }

    @Test func titlesAreUnique() async throws {
        let first = try await client.post("/notes", headers: ada, json: ["title": "Milk"])
        let second = try await client.post("/notes", headers: ada, json: ["title": "Milk"])
        #expect(second.status == 409)
        #expect(second.json["existing"] == first.json["id"])
    }

    @Test func picturesAreBytes() async throws {
        let note = try await client.post("/notes", headers: ada, json: ["title": "Cat"]).decode(Note.self)
        let path = "/notes/\(note.id)/attachment"
        #expect(try await client.get(path, headers: ada).status == 204)
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let sent = try await client.send(
            .put, path, headers: ["Authorization": "Bearer ada-token", "Content-Type": "image/png"], bytes: picture)
        #expect(sent.status == 204)
        let received = try await client.get(path, headers: ada)
        #expect(received.headers["Content-Type"] == "image/png")
        #expect(received.bytes == picture)
    }

    @Test func attachmentsBelongToTheOwnerOfTheNote() async throws {
        let note = try await client.post("/notes", headers: ada, json: ["title": "Cat"]).decode(Note.self)
        #expect(try await client.get("/notes/\(note.id)/attachment", headers: bob).status == 403)
        #expect(try await client.get("/notes/\(UUID())/attachment", headers: bob).status == 404)
    }

    @Test func importsStopAtTheFirstLineThatCannotBecomeANote() async throws {
        let imported = try await client.send(.post, "/import", headers: ada, bytes: Array("Milk\nBread\n".utf8))
        #expect(imported.status == 201)
        #expect(imported.json == 2)
        let repeated = try await client.send(.post, "/import", headers: ada, bytes: Array("Salt\nMilk\n".utf8))
        #expect(repeated.status == 409)
        #expect(repeated.json == ["line": 2])
        let empty = try await client.send(.post, "/import", headers: ada, bytes: Array("\n".utf8))
        #expect(empty.status == 422)
        #expect(try await client.get("/notes?search=salt", headers: ada).json[0]?["title"] == "Salt")
    }

    @Test func sessionsNeedNoToken() async throws {
        #expect(try await client.get("/session").json == "You are not signed in.")
        #expect(try await client.get("/session", headers: ada).json == "You are signed in as ada.")
        #expect(try await client.get("/session", headers: ["Authorization": "Bearer guessed"]).status == 401)
    }

    @Test func unknownParametersAreNamed() async throws {
        let response = try await client.get("/notes?serach=milk", headers: ada)
        #expect(response.status == 400)
        #expect(
            response.json["errors"]
                == [["in": "query", "name": "serach", "message": "is not a parameter of this operation"]])
    }

    @Test func testsReplaceDependencies() async throws {
        struct OneToken: TokenStore {
            func member(_ token: String) async -> Member? { token == "t" ? Member(name: "eve", scopes: []) : nil }
        }
        try await NotesAPI.test(\.tokens, OneToken()) { client in
            let notes = try await client.get("/notes", headers: ["Authorization": "Bearer t"])
            #expect(notes.status == 200)
            let refused = try await client.get("/notes", headers: ada)
            #expect(refused.status == 401)
        }
    }

    @Test func theSameOverASocket() async throws {
        try await TestClient.serving(NotesAPI.self) { client in
            let status = try await client.get("/status")
            #expect(status.json == "running")
            let refused = try await client.get("/notes")
            #expect(refused.status == 401)
        }
    }

    @Test func theAPIMountsIntoARouter() async throws {
        let (ports, port) = AsyncStream<Int>.makeStream()
        let application = Application(
            router: site(try await NotesAPI.responder(context: AppRequestContext.self)),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) })
        let server = Task { try await application.run() }
        defer { server.cancel() }
        let number = await ports.first { _ in true } ?? 0
        for (path, text) in ["/": "The documentation is at /api/docs.", "/api/status": #""running""#] {
            let url = try #require(URL(string: "http://127.0.0.1:\(number)\(path)"))
            let (data, _) = try await URLSession.shared.data(from: url)
            #expect(String(decoding: data, as: UTF8.self) == text)
        }
    }
}
