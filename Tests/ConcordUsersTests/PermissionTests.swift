import Concord
import ConcordTesting
import Testing

@testable import ConcordUsers

/// Permissions of users and groups.
@Suite struct PermissionTests {
    @Test func eachMethodNeedsAPermissionOfTheModel() async throws {
        let app = try await TestApp()
        let ada = try await app.user("ada")
        let token = try await app.token(ada)
        func statuses() async throws -> [Int] {
            let list = try await app.client.get("/notes", headers: token)
            let added = try await app.client.post("/notes", headers: token, json: ["text": "Milk"])
            let changed = try await app.client.patch("/notes/1", headers: token, json: ["text": "Tea"])
            let deleted = try await app.client.delete("/notes/1", headers: token)
            return [list, added, changed, deleted].map(\.status.code)
        }
        #expect(try await statuses() == [403, 403, 403, 403])
        try await app.run { try await ada.grant("view_note", "add_note") }
        #expect(try await statuses() == [200, 201, 403, 403])
        let editors = try await app.run {
            try await Group.objects.create(Group(id: 0, name: "Editors", permissions: ["change_note", "delete_note"]))
        }
        try await app.run { try await ada.join(editors) }
        #expect(try await statuses() == [200, 201, 200, 204])
        #expect(try await app.client.get("/notes").status == 401)
    }

    @Test func readingCanBeForEveryone() async throws {
        let app = try await TestApp()
        let ada = try await app.user("ada")
        #expect(try await app.client.get("/public-notes").status == 200)
        #expect(try await app.client.post("/public-notes", json: ["text": "Milk"]).status == 401)
        let token = try await app.token(ada)
        #expect(try await app.client.post("/public-notes", headers: token, json: ["text": "Milk"]).status == 403)
        try await app.run { try await ada.grant("add_note") }
        #expect(try await app.client.post("/public-notes", headers: token, json: ["text": "Milk"]).status == 201)
    }

    @Test func aSuperuserHasAllPermissionsAndAnInactiveUserNone() async throws {
        let app = try await TestApp()
        var root = try await app.user("root") { $0.isSuperuser = true }
        #expect(try await app.client.get("/notes", headers: app.token(root)).status == 200)
        root.isActive = false
        let user = root
        #expect(try await app.run { try await user.hasPermission("view_note") } == false)
    }

    @Test func namesThePermissionsOfAModel() {
        #expect(Users.permissions(of: Note.self) == ["add_note", "change_note", "delete_note", "view_note"])
    }

    /// A client can't make itself an administrator, even through a view that stores users unchanged.
    @Test func clientsCannotRaiseTheirRights() async throws {
        let app = try await TestApp()
        let ada = try await app.user("ada")
        let token = try await app.token(ada)
        let rights: JSON = [
            "isStaff": true, "isSuperuser": true, "isActive": false, "isEmailVerified": true, "permissions": ["x"],
            "groups": [1], "password": "x", "hash": "x", "firstName": "Ada",
        ]
        #expect(try await app.client.patch("/auth/user", headers: token, json: rights).status == 200)
        #expect(try await app.client.patch("/users/\(ada.id)", headers: token, json: rights).status == 200)
        let stored = try await app.run { try await User.objects.get { $0.id == ada.id } }
        #expect(stored.firstName == "Ada")
        #expect(!stored.isStaff && !stored.isSuperuser && stored.isActive && !stored.isEmailVerified)
        #expect(try await app.run { try await stored.allPermissions() } == [])
        let shown = try await app.client.get("/users/\(ada.id)", headers: token)
        #expect(!shown.text.contains("scrypt"))
    }
}
