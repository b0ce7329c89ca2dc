import Concord
import ConcordServer
import ConcordTesting
import Testing

/// Generic views: their inputs, and the requests that they reject.
@Suite struct GenericViewTests {
    private let client = TestClient(LibraryAPI.self)
    private let card: TestClient.Headers = ["X-Card": "12"]

    private func objects(_ query: String) async throws -> String {
        let settings = _Core.GenericViewSettings(
            filters: Books.filters, parsers: [.json], renderers: [.json])
        return try await "\(Books.page(for: APIRequest(.get, "/books?\(query)"), settings))"
    }

    @Test func aListIsFilteredSortedAndCut() async throws {
        #expect(
            try await objects("")
                == "book where status != 'lost' order by title, -created limit 20")
        #expect(
            try await objects("ordering=-created,title&page=3&page_size=5")
                == "book where status != 'lost' order by -created, title offset 10 limit 5")
        #expect(
            try await objects("maximum_price=10&currency=NOK").hasPrefix(
                "book where status != 'lost' and (price <= 10 or price = null) and not (title = 'NOK') and ("))
        #expect(
            try await objects("search=sea%20iris&status=available")
                == """
                book where status != 'lost' and (title contains, in any case, 'sea' or subTitle contains, in any case, 'sea') \
                and (title contains, in any case, 'iris' or subTitle contains, in any case, 'iris') and status = 'available' \
                order by title, -created limit 20
                """)
        #expect(
            try await objects("price__lte=12.50&price__gt=1&status__in=ordered,lost&price__isnull=false")
                == """
                book where status != 'lost' and price <= 12.5 and price > 1 and status is in ('ordered', 'lost') \
                and price != null order by title, -created limit 20
                """)
    }

    @Test func namesAllBadParameters() async throws {
        let response = try await client.get(
            "/books?maximum_price=-1&ordering=price&page=0&page_size=101&status=read&author=x&price__isnull=perhaps")
        #expect(response.status == 400)
        #expect(
            response.json["errors"]?.texts("name")
                == [
                    "maximum_price", "maximum_price", "ordering", "status", "author", "price__isnull", "page",
                    "page_size",
                ])
    }

    @Test func aFilterMayNeedItsInput() async throws {
        let settings = _Core.GenericViewSettings(filters: Shelves.filters, parsers: [.json], renderers: [.json])
        #expect(
            try await client.get("/shelves", headers: card).json["errors"]
                == [["in": "query", "name": "branch", "keyword": "required", "message": "is required"]])
        #expect(
            try await "\(Shelves.page(for: APIRequest(.get, "/shelves?branch=B&batch=3"), settings))"
                == """
                book where title starts with 'B' and blurb != null and blurb < 'z' and not (status = 'lost') \
                order by title, -created offset 20 limit 10
                """)
    }

    @Test func checksBodiesAndPaths() async throws {
        let created = try await client.post("/books", headers: card, json: ["title": ""])
        #expect(created.status == 400)
        #expect(
            created.json["errors"] == [
                [
                    "in": "body", "pointer": "/title", "keyword": "minLength",
                    "message": "must have at least 1 character",
                ],
                ["in": "body", "pointer": "/author", "keyword": "required", "message": "is required"],
                ["in": "body", "pointer": "/blurb", "keyword": "required", "message": "is required"],
            ])
        let author = try await client.post("/authors", headers: card, json: ["slug": "jane"])
        #expect(author.json == ["number": 1, "slug": "jane"])
        let changed = try await client.patch("/authors/1", headers: card, json: ["email": "nobody"])
        #expect(
            changed.json["errors"] == [
                ["in": "body", "pointer": "/email", "keyword": "format", "message": "must be an email address"]
            ])
        #expect(
            try await client.get("/authors/seven", headers: card).json["errors"]
                == [["in": "path", "name": "number", "keyword": "type", "message": "must be an integer"]])
    }

    @Test func anExtraActionRuns() async throws {
        let response = try await client.post("/authors/7/retire?reason=old", headers: card, json: [:])
        #expect(response.json == ["number": 7, "slug": "old"])
    }
}

/// The permissions and throttles of a view.
@Suite struct AccessTests {
    private let client = TestClient(LibraryAPI.self)

    @Test func explicitViewsRunBesideGenericOnes() async throws {
        let response = try await client.get("/hours/north?from=9", headers: ["X-Card": "12"])
        #expect(response.status == 200)
        #expect(response.json == ["north 9-24"])
    }

    @Test func readersWithoutACardAreTurnedAway() async throws {
        let response = try await client.get("/hours/north")
        #expect(response.status == 401)
        #expect(response.json["detail"] == "Authentication is required.")
        // Reading requires no authentication, but writing does.
        #expect(try await client.get("/books").status == 200)
        #expect(try await client.post("/books", json: [:]).status == 401)
    }

    @Test func permissionsCombine() async throws {
        let inside: TestClient.Headers = ["X-Card": "12", "X-Inside": "true"]
        #expect(try await client.delete("/books/Emma", headers: ["X-Card": "12"]).status == 404)
        #expect(try await client.delete("/books/Emma", headers: inside).status == 403)
        #expect(try await client.delete("/books/Emma", headers: ["X-Card": "0", "X-Inside": "true"]).status == 404)
        let unclear = try await client.delete("/books/Emma", headers: ["X-Card": "12", "X-Inside": "perhaps"])
        #expect(unclear.status == 400)
    }

    @Test func throttlesSayHowLongToWait() async throws {
        let response = try await client.get("/hours/north", headers: ["X-Card": "12", "X-Hour": "5"])
        #expect(response.status == 429)
        #expect(response.headers["Retry-After"] == "1800")
        for _ in 1...3 { #expect(try await client.get("/books", headers: ["X-Card": "99"]).status == 200) }
        #expect(try await client.get("/books", headers: ["X-Card": "99"]).status == 429)
        #expect(try await client.get("/books", headers: ["X-Card": "98"]).status == 200)
    }

    @Test func operationsHaveTheIdsOfTheDocument() {
        #expect(Books.routes.flatMap(\.operations).map(\.operationID) == ["listBooks", "createBook"])
        #expect(
            AuthorViewSet.routes.flatMap(\.operations).map(\.operationID)
                == [
                    "listAuthors", "createAuthor", "retrieveAuthor", "updateAuthor", "partialUpdateAuthor",
                    "destroyAuthor", "stopAuthor",
                ])
    }

    @Test func inputsAndOperationsMayBeNamedAsSettings() async throws {
        #expect(try await client.get("/rights?permissions=all", headers: ["X-Card": "12"]).json == "all 1")
        #expect(try await client.post("/rights", headers: ["X-Card": "12"], json: [:]).status == 204)
    }

    @Test func includedViewsStandBehindTheirPrefix() async throws {
        #expect(try await client.get("/archive/1999/pages", headers: ["X-Card": "12"]).json == [1999])
    }
}

extension JSON {
    /// Returns the values of a property of each element.
    fileprivate func texts(_ name: String) -> [JSON] {
        guard case .array(let elements) = self else { return [] }
        return elements.compactMap { $0[name] }
    }
}
