import Concord
import ConcordTesting
import Foundation
import Testing

@testable import ConcordAdmin

/// Related objects on the pages that add and change an object.
@Suite struct InlineTests {
    private let add = "/admin/models/station/add"

    private func owner(_ app: AdminApp) async throws -> String {
        try await app.run { String(try await Owner.objects.create(Owner(id: 0, name: "Anna")).id) }
    }

    /// Sends the page with a form, and with its visits. A visit has the version that the page states for empty forms.
    private func submit(
        _ visitor: Visitor, _ page: String, _ fields: KeyValuePairs<String, String>, visits: [String]
    ) async throws -> TestResponse {
        let form = try await visitor.get(page)
        var all = fields.map { ($0.key, $0.value) }
        for name in ["csrfToken", "_version"] { all.append((name, form.hidden(name) ?? "")) }
        all.append(("visit-_total", String(visits.count)))
        for (index, name) in visits.enumerated() {
            all += [
                ("visit-\(index)-_key", ""), ("visit-\(index)-visitor", name),
                ("visit-\(index)-_version", form.hidden("visit-__index__-_version") ?? ""),
            ]
        }
        return try await visitor.client.form(page, all, cookie: visitor.cookie)
    }

    @Test func anObjectIsAddedWithRelatedObjects() async throws {
        try await AdminApp.onBoth { app in
            let visitor = try await app.signedIn()
            let page = try await visitor.get(add).text
            #expect(page.contains("name=\"visit-2-visitor\"") && page.contains("name=\"visit-__index__-visitor\""))
            let fields: KeyValuePairs = ["name": "Peak", "owner": try await owner(app), "status": "active"]
            let added = try await submit(visitor, add, fields, visits: ["Ann", "", "Bo"])
            #expect(added.status == 303, "\(added.text)")
            let station = try await app.run { try await Station.objects.get() }
            let visits = try await app.run { try await Visit.objects.order(by: .ascending(\.id)).fetch() }
            #expect(visits.map(\.visitor) == ["Ann", "Bo"] && visits.allSatisfy { $0.station == station.id })
            #expect(try await app.run { try await AdminLogEntry.objects.count() } == 3)
        }
    }

    @Test func oneErrorStoresNothing() async throws {
        try await AdminApp.onBoth { app in
            let visitor = try await app.signedIn()
            let owner = try await owner(app)
            let long = String(repeating: "x", count: 201)
            let refused = try await submit(
                visitor, add, ["name": "Peak", "owner": owner, "status": "active"], visits: ["Ann", long])
            #expect(refused.status == 422)
            #expect(refused.text.contains("value=\"Peak\"") && refused.text.contains("value=\"Ann\""))
            #expect(refused.text.contains("<h1>Add station</h1>") && !refused.text.contains("visit-0-visitor_errors"))
            #expect(refused.text.contains("id=\"id_visit-1-visitor_errors\""))
            // An error of the object itself leaves empty forms without errors.
            let wrong = try await submit(visitor, add, ["name": "", "owner": owner], visits: ["Ann", ""])
            #expect(wrong.status == 422 && wrong.text.contains("id=\"id_name_errors\""))
            #expect(wrong.text.contains("value=\"Ann\"") && !wrong.text.contains("visit-1-visitor_errors"))
            #expect(try await app.run { try await Station.objects.count() + Visit.objects.count() } == 0)
        }
    }

    /// The form of a new object can't contain an existing object.
    @Test func aNewObjectTakesNothingFromOthers() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        let owner = try await owner(app)
        _ = try await submit(visitor, add, ["name": "Peak", "owner": owner, "status": "active"], visits: ["Ann"])
        let visit = try await app.run { try await Visit.objects.get() }
        let added = try await submit(
            visitor, add,
            [
                "name": "Valley", "owner": owner, "status": "active", "visit-0-_key": String(visit.id),
            ], visits: ["Eve"])
        #expect(added.status == 422, "\(added.text)")
        #expect(try await app.run { try await Station.objects.count() } == 1)
        let after = try await app.run { try await Visit.objects.get() }
        #expect(after.visitor == "Ann" && after.station == visit.station)
    }

    /// Values for an object that someone else has deleted aren't dropped. Saving them again adds an object.
    @Test func aDeletedObjectIsNoted() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        let fields: KeyValuePairs = ["name": "Peak", "owner": try await owner(app), "status": "active"]
        _ = try await submit(visitor, add, fields, visits: ["Ann"])
        let station = try await app.run { try await Station.objects.get() }
        let page = "/admin/models/station/objects/\(station.id.uuidString.lowercased())"
        let noted = try await submit(
            visitor, page,
            [
                "name": "Summit", "owner": String(station.owner), "status": "active", "settings": "{}",
                "visit-0-_key": "99",
            ], visits: ["Bo"])
        #expect(noted.status == 422 && noted.text.contains("Someone else has deleted this object."))
        #expect(noted.text.contains("value=\"Bo\"") && noted.text.contains("name=\"visit-0-_key\" value=\"\""))
        #expect(try await app.run { try await Station.objects.get().name } == "Peak")
    }

    @Test func permissionsDecideOnRelatedObjects() async throws {
        let app = try await AdminApp()
        let owner = try await owner(app)
        try await app.user("carl", ["add_station", "view_station", "view_owner"])
        let visitor = try await app.signIn("carl")
        #expect(!(try await visitor.get(add).text.contains("visit-")))
        let added = try await submit(
            visitor, add, ["name": "Peak", "owner": owner, "status": "active"], visits: ["Ann"])
        #expect(added.status == 303, "\(added.text)")
        #expect(try await app.run { try await Visit.objects.count() } == 0)
    }

    @Test func moreFormsThanAPageHasAreRefused() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        let fields: KeyValuePairs = ["name": "Peak", "owner": try await owner(app), "status": "active"]
        let visits = [String](repeating: "Ann", count: 104)
        #expect(try await submit(visitor, add, fields, visits: visits).status == 400)
        #expect(try await app.run { try await Station.objects.count() } == 0)
    }

    /// All checked boxes of a many-to-many field are stored, not only the first.
    @Test func allCheckedKeysAreStored() async throws {
        try await AdminApp.onBoth { app in
            let visitor = try await app.signedIn()
            for word in ["cold", "high", "windy"] {
                _ = try await app.run { try await Topic.objects.create(Topic(word: word)) }
            }
            let fields: KeyValuePairs = [
                "name": "Peak", "owner": try await owner(app), "status": "active", "tags": "high", "tags": "windy",
            ]
            #expect(try await submit(visitor, add, fields, visits: []).status == 303)
            #expect(Set(try await app.run { try await Station.objects.get().tags }) == ["high", "windy"])
        }
    }
}
