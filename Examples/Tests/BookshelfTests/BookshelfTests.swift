import ConcordCore
import ConcordTesting
import Testing

@testable import Bookshelf

struct BookshelfTests {
    @Test func servesWhatTheDocumentDeclares() async throws {
        try await TestClient.serving(BookshelfAPI(books: Books(shelf: Shelf()))) { client in
            let book: JSON = ["isbn": "9780262510875", "title": "SICP", "year": 1996]
            let added = try await client.post("/books", json: book)
            #expect(added.status == 201)
            let all = try await client.get("/books")
            #expect(all.json[0]?["title"] == "SICP")
            let one = try await client.get("/books/9780262510875")
            #expect(one.json["year"] == 1996)
        }
    }

    @Test func holdsClientsToTheDocument() async throws {
        let client = TestClient(BookshelfAPI(books: Books(shelf: Shelf())))
        let response = try await client.post("/books", json: ["isbn": "1", "title": ""])
        #expect(response.status == 400)
        #expect(response.text.contains("/isbn"))
        #expect(response.text.contains("/title"))
        #expect(try await client.get("/books?limit=0").status == 400)
        #expect(try await client.get("/books/9999999999999").status == 404)
    }

    @Test func servesTheDocument() async throws {
        let client = TestClient(BookshelfAPI(books: Books(shelf: Shelf())))
        #expect(try await client.get("/openapi.yaml").text.hasPrefix("openapi: 3.1.1"))
        #expect(try await client.get("/docs").text.contains("<h1>Bookshelf</h1>"))
    }

    @Test func implementationsSeeTheRequest() async throws {
        struct Traced: BooksOperations {
            @Environment(\.request) var request

            func listBooks(limit: Int) async throws -> [Book] {
                throw Problem(404, request?.headers["X-Trace"])
            }
        }
        let client = TestClient(BookshelfAPI(books: Traced()))
        #expect(try await client.get("/books", headers: ["X-Trace": "seen"]).json["detail"] == "seen")
    }

    @Test func whatIsNotImplementedSaysSo() async throws {
        struct NoBooks: BooksOperations {}
        let client = TestClient(BookshelfAPI(books: NoBooks()))
        #expect(try await client.get("/books").status == 501)
    }
}
