import Concord
import ConcordTesting
import Foundation
import Testing

/// Generic views respond with objects from a database.
@Suite struct GenericViewTests {
    /// Runs a test with the client of an app whose database has two owners and some stations, each 100 metres above the
    /// previous one.
    func withClient(
        _ database: TestDatabase, stations: Int = 0, _ test: @escaping (TestClient) async throws -> Void
    ) async throws {
        try await database.run {
            let database = try Database.current
            let client = TestClient(StationsAPI.self) { $0.environment.database = database }
            for name in ["anna", "bo"] {
                let response = try await client.post("/owners", json: ["email": .string("\(name.uppercased())@x.no")])
                #expect(response.status == 201)
                #expect(response.json["email"] == .string("\(name)@x.no"))
            }
            for number in 0..<stations {
                let body: JSON = [
                    "name": .string("S\(number)"), "elevation": .number(Number(number * 100)),
                    "owner": .number(Number(number % 2 + 1)),
                ]
                #expect(try await client.post("/stations", json: body).status == 201)
            }
            try await test(client)
        }
    }

    private func names(_ response: TestResponse, in key: String = "results") -> [String] {
        guard case .array(let objects)? = response.json[key] else { return [] }
        return objects.compactMap { if case .string(let name)? = $0["name"] { name } else { nil } }
    }

    private func list(_ client: TestClient, _ target: String) async throws -> [String] {
        names(try await client.get(target))
    }

    private func target(_ response: TestResponse, _ key: String) -> String? {
        guard case .string(let link)? = response.json[key] else { return nil }
        guard link.hasPrefix("http://localhost/") else { return link }
        return String(link.dropFirst("http://localhost".count))
    }

    @Test(arguments: TestDatabase.allCases)
    func anObjectLivesFromPostToDelete(_ database: TestDatabase) async throws {
        try await withClient(database) { client in
            let created = try await client.post("/stations", json: ["name": "Peak", "owner": 1, "elevation": 5])
            guard case .string(let id)? = created.json["id"] else { throw Problem(500) }
            let read = try await client.get("/stations/\(id)")
            #expect(read.json["owner"] == ["id": 1, "email": "anna@x.no"])
            #expect(read.json["elevation"] == 5)
            let changed = try await client.patch("/stations/\(id)", json: ["name": "Summit"])
            #expect(changed.json["name"] == "Summit")
            #expect(changed.json["elevation"] == 5)
            // Properties that a complete object omits are removed.
            let replaced = try await client.put(
                "/stations/\(id)", json: ["name": "Hill", "owner": ["email": "new@x.no"]])
            #expect(replaced.json["elevation"] == nil)
            #expect(replaced.json["owner"] == ["id": 1, "email": "new@x.no"])
            #expect(try await client.delete("/stations/\(id)").status == 204)
            #expect(try await client.get("/stations/\(id)").status == 404)
            #expect(try await client.patch("/stations/\(id)", json: [:]).status == 404)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func viewsWithOneActionDeclareOnlyWhatItNeeds(_ database: TestDatabase) async throws {
        try await withClient(database) { client in
            for name in ["Old mill", "Peak"] {
                let created = try await client.post("/new-stations", json: ["name": .string(name), "owner": 1])
                #expect(created.status == 201)
                guard case .string(let id)? = created.json["id"] else { throw Problem(500) }
                let isOld = name.hasPrefix("Old")
                #expect(try await client.delete("/old-stations/\(id)").status == (isOld ? 204 : 404))
                #expect(try await client.get("/stations/\(id)").status == (isOld ? 404 : 200))
            }
            #expect(try await client.get("/new-stations").status == 405)
            let ids = StationsAPI.served.operationSummaries.map { $0[2] }
            #expect(ids.contains("destroyStation"))
            #expect(ids.contains("createNewStation"))
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aListIsFilteredSearchedAndSorted(_ database: TestDatabase) async throws {
        try await withClient(database, stations: 5) { client in
            let between = try await list(client, "/stations?elevation__gte=200&elevation__lt=400")
            #expect(between == ["S2", "S3"])
            #expect(try await list(client, "/stations?search=s4") == ["S4"])
            #expect(try await list(client, "/stations?ordering=-elevation") == ["S4", "S3", "S2"])
            #expect(try await list(client, "/stations?status=retired").isEmpty)
            #expect(try await list(client, "/stations?elevation__isnull=true").isEmpty)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func filtersReachRelatedObjects(_ database: TestDatabase) async throws {
        try await withClient(database, stations: 4) { client in
            let stations = try await Station.objects.fetch()
            try await Visit.objects.bulkInsert(
                stations.enumerated().map { Visit(id: 0, station: $1.id, visitor: "V\($0)", minutes: 9 - $0) })
            func visitors(_ query: String) async throws -> [String] {
                guard case .array(let visits) = try await client.get("/visits-of-owners?\(query)").json else {
                    return []
                }
                return visits.compactMap { if case .string(let name)? = $0["visitor"] { name } else { nil } }
            }
            #expect(try await visitors("search=BO@x") == ["V1", "V3"])
            #expect(try await visitors("search=anna%20v2") == ["V2"])
            #expect(try await visitors("ordering=-station__elevation") == ["V3", "V2", "V1", "V0"])
            #expect(try await visitors("ordering=minutes") == ["V3", "V2", "V1", "V0"])
            #expect(try await visitors("station__elevation__gte=200&minutes__lt=7") == ["V3"])
            #expect(try await visitors("station__elevation__in=0,300") == ["V0", "V3"])
            #expect(try await visitors("station=\(stations[1].id)") == ["V1"])
            #expect(try await visitors("station__owner__city=Oslo").isEmpty)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func pagesHaveNumbers(_ database: TestDatabase) async throws {
        try await withClient(database, stations: 5) { client in
            let first = try await client.get("/stations?ordering=name")
            #expect(first.json["count"] == 5)
            #expect(first.json["previous"] == .null)
            let second = try await client.get(try #require(target(first, "next")))
            #expect(names(second) == ["S3", "S4"])
            #expect(second.json["next"] == .null)
            #expect(target(second, "previous") == "/stations?ordering=name")
            let behind = try await client.get("/stations?page=9&page_size=2")
            #expect(behind.status == 200 && names(behind).isEmpty)
            #expect(target(behind, "previous") == "/stations?page_size=2&page=3")
            let far = try await client.get("/stations?page=18505766236439109632")
            #expect(far.status == 200 && names(far).isEmpty)
            #expect(try await client.get("/stations?page=1.5").status == 400)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func pagesHaveOffsets(_ database: TestDatabase) async throws {
        try await withClient(database, stations: 5) { client in
            let middle = try await client.get("/stations-by-offset?offset=2")
            #expect(names(middle) == ["S2", "S3"])
            #expect(target(middle, "next") == "/stations-by-offset?limit=2&offset=4")
            #expect(target(middle, "previous") == "/stations-by-offset?limit=2")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func cursorsStayWhereTheyAre(_ database: TestDatabase) async throws {
        try await withClient(database, stations: 5) { client in
            let first = try await client.get("/stations-by-cursor")
            #expect(names(first) == ["S4", "S3"])
            #expect(first.json["count"] == nil)
            // An object that is inserted before the page doesn't shift it.
            _ = try await client.post("/stations", json: ["name": "Top", "owner": 1, "elevation": 900])
            _ = try await client.post("/stations", json: ["name": "Unknown", "owner": 1])
            let second = try await client.get(try #require(target(first, "next")))
            #expect(names(second) == ["S2", "S1"])
            let third = try await client.get(try #require(target(second, "next")))
            #expect(names(third) == ["S0", "Unknown"])
            #expect(third.json["next"] == .null)
            let back = try await client.get(try #require(target(third, "previous")))
            #expect(names(back) == ["S2", "S1"])
            let start = try await client.get(try #require(target(back, "previous")))
            #expect(names(start) == ["S4", "S3"])
            let top = try await client.get(try #require(target(start, "previous")))
            #expect(names(top) == ["Top"])
            #expect(top.json["previous"] == .null)
            let broken = try await client.get("/stations-by-cursor?cursor=WzFd")
            #expect(broken.status == 400)
            #expect(
                broken.json["errors"] == [["in": "query", "name": "cursor", "message": "is not a valid cursor"]])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aForgedCursorIsRefused(_ database: TestDatabase) async throws {
        try await withClient(database, stations: 5) { client in
            let first = try await client.get("/stations-by-cursor")
            let cursor = try #require(target(first, "next")?.split(separator: "=").last)
            let parts = cursor.split(separator: ".")
            #expect(parts.count == 2)
            // The values of another object, and a signature of this one.
            let forged = Data("[false,7,\"\(UUID())\"]".utf8).base64EncodedString().replacing("=", with: "")
            for text in ["\(forged).\(parts[1])", forged, "\(parts[0]).", "\(parts[0])", "\(cursor)A", "..", "."] {
                let response = try await client.get("/stations-by-cursor?cursor=\(text)")
                #expect(response.status == 400, "\(text)")
                #expect(response.json["errors"]?[0]?["message"] == "is not a valid cursor")
            }
            // A cursor is valid for as long as the secret is.
            let database = try Database.current
            for (secret, status) in [("one", 200), ("two", 400)] {
                let signing = TestClient(StationsAPI.self) {
                    $0.environment.database = database
                    $0.environment.secretKey = "one"
                }
                let reading = TestClient(StationsAPI.self) {
                    $0.environment.database = database
                    $0.environment.secretKey = secret
                }
                let next = try #require(target(try await signing.get("/stations-by-cursor"), "next"))
                #expect(try await reading.get(next).status.code == status)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aPaginationOfYourOwnSaysWhatAPageIs(_ database: TestDatabase) async throws {
        try await withClient(database, stations: 3) { client in
            let page = try await client.get("/station-batches?batch=2")
            #expect(names(page, in: "stations") == ["S2"])
            #expect(page.json["total"] == 3)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func constraintsNameTheProperty(_ database: TestDatabase) async throws {
        try await withClient(database, stations: 1) { client in
            let twice = try await client.post("/stations", json: ["name": "S0", "owner": 1])
            #expect(twice.status == 400)
            #expect(
                twice.json["errors"] == [
                    ["in": "body", "pointer": "/name", "message": "must be unique; another object has this value"]
                ])
            let nowhere = try await client.post("/stations", json: ["name": "S1", "owner": 7])
            #expect(
                nowhere.json["errors"] == [
                    ["in": "body", "pointer": "/owner", "message": "must be the key of an existing object"]
                ])
            let tagged = try await client.post("/stations", json: ["name": "S1", "owner": 1, "tags": ["x"]])
            #expect(
                tagged.json["errors"] == [
                    ["in": "body", "pointer": "/tags", "message": "must be the key of an existing object"]
                ])
            #expect(try await client.delete("/owners/1").status == 409)
            #expect(try await client.delete("/owners/2").status == 204)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func objectsMayBePermittedOneByOne(_ database: TestDatabase) async throws {
        try await withClient(database, stations: 1) { client in
            let list = try await client.get("/stations")
            guard case .string(let id)? = list.json["results"]?[0]?["id"] else { throw Problem(500) }
            #expect(try await client.patch("/stations/\(id)", json: ["status": "retired"]).status == 200)
            #expect(try await client.patch("/stations/\(id)", json: ["status": "active"]).status == 403)
            #expect(try await client.delete("/stations/\(id)").status == 403)
            #expect(try await client.get("/stations/\(id)").status == 200)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func aRequestSeesItsOwnQuerySet(_ database: TestDatabase) async throws {
        try await withClient(database, stations: 1) { client in
            let id = try #require(try await client.get("/stations").json["results"]?[0]?["id"])
            for visitor in ["Eva", "Max"] {
                let body: JSON = ["station": id, "visitor": .string(visitor), "minutes": 5]
                #expect(try await client.post("/visits", json: body).status == 201)
            }
            let mine = try await client.get("/visits", headers: ["X-Visitor": "Max"])
            #expect(mine.json[0]?["visitor"] == "Max" && mine.json[1] == nil)
            #expect(try await client.get("/visits/1", headers: ["X-Visitor": "Max"]).status == 404)
            let nested = try await client.get("/owners/1")
            #expect(nested.json["stations"]?[0]?["name"] == "S0")
            #expect(nested.json["stations"]?[0]?["visits"]?[1]?["visitor"] == "Max")
        }
    }
}
