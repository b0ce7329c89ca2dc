import Concord
import ConcordSQLite
import ConcordTestDatabases
import ConcordTesting
import Foundation
import Testing

@testable import ConcordAdmin

/// Lists of objects: their contents, their order, and the number of queries.
@Suite struct ListTests {
    /// 25 stations of two owners, every fifth retired.
    private func fill(_ app: AdminApp) async throws {
        try await app.run {
            let owners = try await Owner.objects.bulkInsert([Owner(id: 0, name: "Anna"), Owner(id: 0, name: "Bo")])
            let stations = (1...25).map { number in
                Station(
                    id: UUID(), name: "Station \(number < 10 ? "0" : "")\(number)", elevation: Double(100 - number),
                    status: number % 5 == 0 ? .retired : .active, owner: owners[number % 2].id, created: Date())
            }
            _ = try await Station.objects.bulkInsert(stations)
        }
    }

    private func names(_ response: TestResponse) -> [String] {
        response.text.matches(of: /<th scope="row"><a href="[^"]*">([^<]*)</).map { String($0.output.1) }
    }

    @Test func listsSearchFilterSortAndPage() async throws {
        try await AdminApp.onBoth { app in
            let visitor = try await app.signedIn()
            try await fill(app)
            let list = "/admin/models/station"
            let first = try await visitor.get(list)
            #expect(names(first) == (1...10).map { "Station \($0 < 10 ? "0" : "")\($0)" })
            #expect(first.text.contains("25 stations") && first.text.contains("Page 1 of 3"))
            #expect(first.text.contains("Anna") && first.text.contains("aria-sort=\"ascending\""))
            #expect(names(try await visitor.get(list + "?p=3")).count == 5)
            #expect(names(try await visitor.get(list + "?o=elevation")).first == "Station 25")
            #expect(names(try await visitor.get(list + "?q=station+07")) == ["Station 07"])
            #expect(names(try await visitor.get(list + "?q=STATION&status=retired")).count == 5)
            #expect(names(try await visitor.get(list + "?status=nonsense")).isEmpty)
            #expect(names(try await visitor.get(list + "?created=today&o=-name")).first == "Station 25")
            #expect(names(try await visitor.get(list + "?p=99999999999")).isEmpty)
            #expect(names(try await visitor.get(list + "?o=secret&p=-1")).count == 10)
            let owner = try await app.run { try await Owner.objects.get { $0.name == "Bo" }.id }
            #expect(try await visitor.get(list + "?owner=\(owner)").text.contains("13 stations"))
        }
    }

    @Test func aPageTakesTheSameStatementsForAnyNumberOfObjects() async throws {
        let driver = CountingDriver(try SQLiteDatabase(path: ":memory:"))
        let database = Database(driver)
        try await database.createTables(for: AdminApp.models)
        let app = AdminApp(in: database)
        let visitor = try await app.signedIn()
        try await fill(app)
        driver.forget()
        _ = try await visitor.get("/admin/models/station")
        let statements = driver.statements
        // The statements read the session, the page, the bounded count, the owners of the filter, and the owners of the
        // page.
        #expect(statements.count == 5, "\(statements.joined(separator: "\n"))")
        let page = try #require(statements.first { $0.contains("LIMIT") && $0.contains("\"elevation\"") })
        #expect(!page.contains("\"notes\"") && !page.contains("\"secret\""))
        #expect(statements.allSatisfy { !$0.hasPrefix("SELECT COUNT(*) FROM \"station\"") })
    }

    @Test func actionsConcernTheSelectedObjects() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        try await fill(app)
        let stations = try await app.run { try await Station.objects.limit(3).fetch() }
        let keys = stations.map { $0.id.uuidString.lowercased() }
        let list = "/admin/models/station"
        let retired = try await visitor.submit(
            list, ["action": "0", "key": keys[0], "key": keys[1]])
        #expect(retired.headers["Location"] == list + "?_done=action&_count=2")
        #expect(try await app.run { try await Station.objects.filter { $0.status == .retired }.count() } == 7)
        let index = try await visitor.get("/admin").text
        #expect(index.contains("Retire station <a") && !index.contains("Action station"))
        let asked = try await visitor.submit(list, ["action": "delete", "key": keys[0], "key": keys[2]])
        #expect(asked.status == 200 && asked.text.contains("Delete 2 stations?"))
        #expect(try await app.run { try await Station.objects.count() } == 25)
        let confirmed = try await visitor.submit(
            list, ["action": "delete", "confirmed": "1", "key": keys[0], "key": keys[2]])
        #expect(confirmed.status == 303)
        #expect(try await app.run { try await Station.objects.count() } == 23)
        #expect(try await visitor.submit(list, ["action": "0"]).headers["Location"] == list + "?_done=none")
        #expect(try await visitor.submit(list, ["action": "9", "key": keys[1]]).status == 400)
        try await app.user("vera", ["view_station"])
        let viewer = try await app.signIn("vera")
        for action in ["0", "delete"] {
            let refused = try await viewer.submit("/admin", to: list, ["action": action, "key": keys[1]])
            #expect(refused.status == 403)
        }
    }

    @Test func columnsCanBeComputed() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        try await fill(app)
        try await app.run {
            let station = try await Station.objects.limit(1).get()
            _ = try await Visit.objects.create(Visit(id: 0, station: station.id, visitor: "Charlotte"))
        }
        let page = try await visitor.get("/admin/models/visit")
        #expect(page.text.contains("<td>9</td>") && page.text.contains("<td>Station 01</td>"))
    }

    @Test func listsAreExported() async throws {
        try await AdminApp.onBoth { app in
            let visitor = try await app.signedIn()
            try await fill(app)
            try await app.run {
                _ = try await Station.objects.filter { $0.name == "Station 05" }
                    .update(.set(\.notes, to: "=1+1, \"or\""))
            }
            let csv = try await visitor.get("/admin/models/station/export/csv?status=retired")
            #expect(csv.headers["Content-Disposition"] == "attachment; filename=\"station.csv\"")
            let lines = csv.text.split(separator: "\r\n")
            #expect(lines.count == 6)
            #expect(lines[0].hasPrefix("id,name,elevation,") && !lines[0].contains("secret"))
            #expect(csv.text.contains("\"'=1+1, \"\"or\"\"\"") && !csv.text.contains("hidden"))
            let json = try await visitor.get("/admin/models/station/export/json")
            #expect(json.json[24]?["name"] == "Station 25" && json.json[25] == nil)
            try await app.user("eve", ["view_owner"])
            let other = try await app.signIn("eve")
            #expect(try await other.get("/admin/models/station/export/csv").status == 403)
        }
    }

    @Test func keysAreSearchedByName() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        try await fill(app)
        let found = try await visitor.get("/admin/models/station/lookup?q=25")
        #expect(found.json[0]?["label"] == "Station 25" && found.json[1] == nil)
        try await app.user("eve", ["view_owner"])
        #expect(try await app.signIn("eve").get("/admin/models/station/lookup?q=25").status == 403)
        // More objects than a list can show.
        try await app.run {
            let owner = try await Owner.objects.limit(1).get()
            _ = try await Station.objects.bulkInsert(
                (100...200).map { Station(id: UUID(), name: "Other \($0)", owner: owner.id, created: Date()) })
        }
        let page = try await visitor.get("/admin/models/visit/add")
        #expect(page.text.contains("data-search=\"/admin/models/station/lookup\""))
    }
}
