import Concord
import ConcordTesting
import ConcordUsers
import Foundation
import Testing

@testable import ConcordAdmin

/// Adding, changing and deleting objects.
@Suite struct ObjectTests {
    private func owner(_ app: AdminApp, _ name: String = "Anna") async throws -> Owner {
        try await app.run { try await Owner.objects.create(Owner(id: 0, name: name)) }
    }

    private func station(_ app: AdminApp, _ name: String = "Peak") async throws -> Station {
        let found = try await app.run { try await Owner.objects.first() }
        let key: Int
        if let found { key = found.id } else { key = try await owner(app).id }
        return try await app.run {
            try await Station.objects.create(
                Station(id: UUID(), name: name, elevation: 2469, owner: key, created: Date()))
        }
    }

    private func address(_ station: Station, _ page: String = "") -> String {
        "/admin/models/station/objects/\(station.id.uuidString.lowercased())\(page)"
    }

    @Test func objectsAreAddedChangedAndDeleted() async throws {
        try await AdminApp.onBoth { app in
            let visitor = try await app.signedIn()
            let owner = try await owner(app)
            _ = try await app.run { try await Topic.objects.create(Topic(word: "high")) }
            let added = try await visitor.submit(
                "/admin/models/station/add",
                [
                    "name": "Peak", "elevation": "2469.5", "isOnline": "true", "status": "retired",
                    "owner": String(owner.id), "parent": "", "tags": "high", "notes": "Cold.\r\nWindy.",
                    "aliases": "Top\nSummit", "settings": "{\"a\": 1}", "opened": "2020-02-29",
                ])
            #expect(added.status == 303, "\(added.text)")
            let stored = try await app.run { try await Station.objects.get() }
            #expect(stored.name == "Peak" && stored.elevation == 2469.5 && stored.status == .retired)
            #expect(stored.tags == ["high"] && stored.notes == "Cold.\nWindy." && stored.aliases == ["Top", "Summit"])
            #expect(stored.settings == ["a": 1] && stored.opened?.description == "2020-02-29" && stored.isOnline)
            #expect(stored.secret == "hidden")
            let page = try await visitor.get(address(stored))
            #expect(page.text.contains("value=\"2469.5\"") && page.text.contains("The name on maps."))
            #expect(!page.text.contains("hidden\"\n") && !page.text.contains("id_secret"))
            let changed = try await visitor.submit(
                address(stored),
                [
                    "name": "Summit", "elevation": "", "status": "active", "owner": String(owner.id),
                    "notes": "", "aliases": "", "settings": "{}", "opened": "", "_continue": "1",
                ])
            #expect(changed.status == 303, "\(changed.text)")
            let after = try await app.run { try await Station.objects.get() }
            #expect(after.name == "Summit" && after.elevation == nil && !after.isOnline && after.tags.isEmpty)
            #expect(after.aliases.isEmpty && after.opened == nil)
            let history = try await visitor.get(address(stored, "/history"))
            #expect(history.text.contains("<del>Peak</del> → <ins>Summit</ins>"))
            let deleted = try await visitor.submit(address(stored, "/delete"), [:])
            #expect(deleted.headers["Location"] == "/admin/models/station?_done=delete&_count=1")
            #expect(try await app.run { try await Station.objects.count() } == 0)
            let actions = try await app.run { try await AdminLogEntry.objects.fetch().map(\.action) }
            #expect(Set(actions) == [.created, .changed, .deleted])
        }
    }

    @Test func errorsStandBesideTheirFieldsAndWhatWasTypedStays() async throws {
        try await AdminApp.onBoth { app in
            let visitor = try await app.signedIn()
            _ = try await station(app)
            let response = try await visitor.submit(
                "/admin/models/station/add",
                ["name": "Peak", "elevation": "9000", "status": "sold", "owner": "77", "settings": "{", "opened": "x"])
            #expect(response.status == 422)
            for text in [
                "Must be at most 8850", "value=\"9000\"", "value=\"Peak\"", "Must be the key of an existing object",
                "id=\"id_settings_errors\"", "id=\"id_status_errors\"", "id=\"id_opened_errors\"", "Nothing was saved",
            ] { #expect(response.text.contains(text), "\(text)") }
            let owner = try #require(try await app.run { try await Owner.objects.first() })
            let taken = try await visitor.submit(
                "/admin/models/station/add", ["name": "Peak", "owner": String(owner.id), "status": "active"])
            #expect(taken.status == 422)
            #expect(taken.text.contains("Must be unique; another object has this value"))
            #expect(try await app.run { try await Station.objects.count() } == 1)
        }
    }

    @Test func whatSomebodyElseHasChangedIsNotOverwritten() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        let station = try await station(app)
        let version = try #require(try await visitor.get(address(station)).hidden("_version"))
        _ = try await app.run {
            try await Station.objects.filter { $0.id == station.id }.update(.set(\.notes, to: "Under water"))
        }
        let fields: KeyValuePairs = [
            "name": "Summit", "elevation": "2469", "isOnline": "true", "status": "active",
            "owner": String(station.owner), "settings": "{}", "notes": "",
        ]
        let token = try #require(try await visitor.get("/admin").hidden("csrfToken"))
        let stale = try await app.client.form(
            address(station), fields.map { ($0.key, $0.value) } + [("csrfToken", token), ("_version", version)],
            cookie: visitor.cookie)
        #expect(stale.status == 409)
        #expect(stale.text.contains("Under water") && stale.text.contains("Summit"))
        // Empty fields don't differ.
        #expect(!stale.text.contains("<th scope=\"row\">Opened</th>"))
        #expect(try await app.run { try await Station.objects.get().name } == "Peak")
        // The page shows the new version, so saving it again is a deliberate decision.
        let again = try await app.client.form(
            address(station),
            fields.map { ($0.key, $0.value) } + [("csrfToken", token), ("_version", stale.hidden("_version") ?? "")],
            cookie: visitor.cookie)
        #expect(again.status == 303)
        #expect(try await app.run { try await Station.objects.get().name } == "Summit")
    }

    @Test func aDeletionShowsWhatGoesWithIt() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        let station = try await station(app)
        _ = try await app.run {
            for number in 1...25 {
                try await Visit.objects.create(Visit(id: 0, station: station.id, visitor: "Guest \(number)"))
            }
            try await Station.objects.create(
                Station(
                    id: UUID(), name: "Valley", owner: station.owner, parent: station.id, created: Date()))
        }
        let page = try await visitor.get(address(station, "/delete"))
        #expect(page.text.contains("25 visits") && page.text.contains("and 5 more"))
        #expect(page.text.contains("Kept, without the reference") && page.text.contains("Valley"))
        let owner = "/admin/models/owner/objects/\(station.owner)/delete"
        let protected = try await visitor.get(owner)
        #expect(protected.text.contains("These objects prevent the deletion") && protected.text.contains("2 stations"))
        let refused = try await visitor.submit(owner, [:])
        #expect(refused.status == 409)
        #expect(try await visitor.submit(address(station, "/delete"), [:]).status == 303)
        #expect(try await app.run { try await Visit.objects.count() } == 0)
    }

    @Test func relatedObjectsAreChangedOnThePage() async throws {
        try await AdminApp.onBoth { app in
            let visitor = try await app.signedIn()
            let station = try await station(app)
            let (visit, other) = try await app.run {
                let second = try await Station.objects.create(
                    Station(id: UUID(), name: "Valley", owner: station.owner, created: Date()))
                return (
                    try await Visit.objects.create(Visit(id: 0, station: station.id, visitor: "Ann")),
                    try await Visit.objects.create(Visit(id: 0, station: second.id, visitor: "Zoe"))
                )
            }
            func save(_ name: String, _ rows: KeyValuePairs<String, String>) async throws -> TestResponse {
                let page = try await visitor.get(address(station))
                let own = [
                    ("name", name), ("elevation", "2469"), ("isOnline", "true"), ("status", "active"),
                    ("owner", String(station.owner)), ("settings", "{}"), ("visit-_total", "2"),
                    ("visit-0-_version", page.hidden("visit-0-_version") ?? ""),
                    ("csrfToken", page.hidden("csrfToken") ?? ""), ("_version", page.hidden("_version") ?? ""),
                ]
                return try await app.client.form(
                    address(station), own + rows.map { ($0.key, $0.value) }, cookie: visitor.cookie)
            }
            func visitors() async throws -> [String] {
                try await app.run { try await Visit.objects.order(by: .ascending(\.id)).fetch().map(\.visitor) }
            }
            let key = String(visit.id)
            #expect(try await visitor.get(address(station)).text.contains("name=\"visit-0-visitor\""))
            let saved = try await save(
                "Peak", ["visit-0-_key": key, "visit-0-visitor": "Bo", "visit-1-_key": "", "visit-1-visitor": "Cy"])
            #expect(saved.status == 303, "\(saved.text)")
            #expect(try await visitors() == ["Bo", "Zoe", "Cy"])
            // One error, and nothing is stored.
            let refused = try await save(
                "Summit", ["visit-0-_key": key, "visit-0-visitor": "", "visit-1-_key": "", "visit-1-visitor": "Dan"])
            #expect(refused.status == 422)
            #expect(refused.text.contains("Is required") && refused.text.contains("value=\"Summit\""))
            #expect(try await visitors() == ["Bo", "Zoe", "Cy"])
            #expect(try await app.run { try await Station.objects.get { $0.id == station.id }.name } == "Peak")
            // The form of one station can't change a visit to another station.
            _ = try await save("Peak", ["visit-0-_key": String(other.id), "visit-0-visitor": "Eve"])
            #expect(try await visitors() == ["Bo", "Zoe", "Cy"])
            let deleted = try await save(
                "Peak", ["visit-0-_key": key, "visit-0-visitor": "Bo", "visit-0-_delete": "1"])
            #expect(deleted.status == 303)
            #expect(try await visitors() == ["Zoe", "Cy"])
        }
    }

    @Test func permissionsDecide() async throws {
        let app = try await AdminApp()
        let station = try await station(app)
        try await app.user("vera", ["view_station"])
        let viewer = try await app.signIn("vera")
        #expect(try await viewer.get("/admin").text.contains("Stations"))
        let page = try await viewer.get(address(station))
        #expect(page.status == 200)
        #expect(!page.text.contains("<button class=\"primary\"") && !page.text.contains("/delete"))
        for target in ["/admin/models/station/add", address(station, "/delete"), "/admin/models/owner"] {
            #expect(try await viewer.get(target).status == 403, "\(target)")
        }
        for target in [address(station), address(station, "/delete"), "/admin/models/station/add"] {
            let response = try await viewer.submit("/admin", to: target, ["name": "Summit"])
            #expect(response.status == 403, "\(target)")
        }
        try await app.user("carl", ["change_station"])
        let editor = try await app.signIn("carl")
        let saved = try await editor.submit(
            address(station),
            [
                "name": "Summit", "elevation": "1", "isOnline": "true", "status": "active",
                "owner": String(station.owner), "settings": "{}",
            ])
        #expect(saved.status == 303, "\(saved.text)")
        let after = try await app.run { try await Station.objects.get() }
        #expect(after.name == "Summit")
        // Only surveyors change the elevation.
        #expect(after.elevation == 2469)
        // Deleting a station deletes visits, too.
        try await app.user("dora", ["view_station", "delete_station"])
        let deleter = try await app.signIn("dora")
        _ = try await app.run { try await Visit.objects.create(Visit(id: 0, station: station.id, visitor: "A")) }
        #expect(try await deleter.submit(address(station, "/delete"), [:]).status == 403)
        #expect(try await app.run { try await Station.objects.count() } == 1)
    }

    @Test func onlySuperusersMakeSuperusers() async throws {
        let app = try await AdminApp()
        let ada = try await app.user("ada", isSuperuser: true)
        let eve = try await app.user(
            "eve", ["change_auth_user", "change_auth_user_permissions", "add_auth_user_permissions"])
        let visitor = try await app.signIn("eve")
        let own = "/admin/models/auth_user/objects/\(eve.id)"
        let saved = try await visitor.submit(
            own, ["username": "eve", "isActive": "true", "isStaff": "true", "isSuperuser": "true", "firstName": "E"])
        #expect(saved.status == 303, "\(saved.text)")
        let after = try await app.run { try await User.objects.get { $0.username == "eve" } }
        #expect(!after.isSuperuser && after.isStaff && after.firstName == "E")
        let other = "/admin/models/auth_user/objects/\(ada.id)"
        #expect(try await visitor.submit(other, ["username": "ada2", "isActive": "true"]).status == 403)
        #expect(try await visitor.get(other + "/password").status == 403)
        let token: KeyValuePairs = ["new": "staple battery correct", "again": "staple battery correct"]
        #expect(try await visitor.submit("/admin", to: other + "/password", token).status == 403)
        let granted = try await visitor.submit(
            "/admin/models/auth_user_permissions/add", ["user": String(eve.id), "permissions": "delete_station"])
        #expect(granted.status != 303)
    }

    @Test func passwordsOfOthersHaveTheirOwnForm() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        let added = try await visitor.submit(
            "/admin/models/auth_user/add", ["username": "bob", "isActive": "true", "isStaff": "true", "_continue": "1"])
        let address = try #require(added.headers["Location"]?.split(separator: "?").first.map(String.init))
        let new = "staple battery correct"
        #expect(try await visitor.submit(address + "/password", ["new": new, "again": new]).status == 303)
        _ = try await app.signIn("bob", password: new)
        let page = try await visitor.get(address)
        #expect(!page.text.contains("scrypt"))
    }

    @Test func nothingTypedBecomesMarkup() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        let hostile = "\"><script>alert(1)</script>'<b>"
        _ = try await app.run {
            let owner = try await Owner.objects.create(Owner(id: 0, name: hostile))
            let station = try await Station.objects.create(
                Station(
                    id: UUID(), name: String(hostile.prefix(40)), owner: owner.id, notes: hostile,
                    aliases: [hostile], settings: .string(hostile), created: Date()))
            _ = try await Visit.objects.create(Visit(id: 0, station: station.id, visitor: hostile))
            _ = try await Topic.objects.create(Topic(word: "<i>"))
        }
        let station = try await app.run { try await Station.objects.get() }
        let pages = [
            "/admin", "/admin/models/station?q=\(AdminQuery.encoded(hostile))&o=\(AdminQuery.encoded(hostile))",
            "/admin/models/station?status=\(AdminQuery.encoded(hostile))", address(station),
            address(station, "/delete"), address(station, "/history"), "/admin/models/visit", "/admin/models/topic",
            "/admin/models/\(AdminQuery.encoded(hostile))",
            "/admin/models/station/objects/\(AdminQuery.encoded(hostile))",
            "/admin/login?next=\(AdminQuery.encoded(hostile))", "/admin?_done=\(AdminQuery.encoded(hostile))",
            "/admin/models/topic/objects/%3Ci%3E",
        ]
        for page in pages {
            let text = try await visitor.get(page).text
            #expect(!text.contains("<script>alert") && !text.contains("<b>") && !text.contains("<i>"), "\(page)")
        }
        let echoed = try await visitor.submit(
            "/admin/models/station/add", ["name": hostile + hostile, "notes": "</textarea>" + hostile])
        #expect(echoed.status == 422)
        #expect(!echoed.text.contains("<script>alert") && !echoed.text.contains("</textarea>\""))
    }

    @Test func nothingIsFoundWhereNothingIs() async throws {
        let app = try await AdminApp()
        let visitor = try await app.signedIn()
        for target in [
            "/admin/models/nothing", "/admin/models/station/objects/1", "/admin/models/owner/objects/99",
            "/admin/models/owner/objects/x", "/admin/models/station/export/xml",
        ] { #expect(try await visitor.get(target).status == 404, "\(target)") }
        // The pages aren't operations of the API either.
        #expect(!AdminAPI.served.routes.contains { $0.path.hasPrefix("/admin") })
    }
}
