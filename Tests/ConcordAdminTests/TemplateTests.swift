import Concord
import ConcordAdmin
import ConcordForms
import Foundation
import Testing

/// Pages that an app replaces by its own templates.
@Suite struct TemplateTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Templates").path

    private func app(_ templates: Templates) async throws -> AdminApp {
        let app = try await AdminApp { $0.admin.templates = templates }
        try await app.run {
            let owner = try await Owner.objects.create(Owner(id: 0, name: "<i>Anna</i>"))
            try await Station.objects.create(Station(id: UUID(), name: "Peak", owner: owner.id, created: Date()))
        }
        return app
    }

    @Test func aFileReplacesAPageOrAPart() async throws {
        let app = try await app(Templates(folder: Self.folder))
        let login = try await app.client.get("/admin/login").text
        #expect(login.contains("Ask the office for an account.") && login.contains("name=\"username\""))
        let visitor = try await app.signedIn()
        for page in ["/admin", "/admin/models/station", "/admin/models/owner"] {
            let text = try await visitor.get(page).text
            #expect(text.contains("<footer>Alpine Club, Stations</footer>"), "\(page)")
            #expect(text.contains("<nav class=\"models\""), "\(page)")
        }
    }

    @Test func aTemplateOfAModelReplacesOnlyItsPages() async throws {
        let app = try await app(Templates(folder: Self.folder))
        let visitor = try await app.signedIn()
        let stations = try await visitor.get("/admin/models/station").text
        #expect(stations.contains("<p class=\"note\">ada sees 1 station.</p>") && stations.contains(">Peak</a>"))
        #expect(!stations.contains("/export/csv"))
        #expect(try await visitor.get("/admin/models/owner").text.contains("/export/csv"))
    }

    @Test func valuesAreEscaped() async throws {
        let app = try await app(Templates(folder: Self.folder))
        let page = try await app.signedIn().get("/admin/models/owner/objects/1").text
        #expect(page.contains("<p class=\"note\">owner: &lt;i&gt;Anna&lt;/i&gt;</p>"))
        #expect(!page.contains("<i>Anna"))
    }

    @Test func fieldsHaveATemplate() async throws {
        let own = "<label>{{label}} <input name=\"{{name}}\" value=\"{{value}}\"></label>"
        let app = try await app(Templates(["admin/forms/field": own, "layout": "The app's own layout."]))
        let page = try await app.signedIn().get("/admin/models/owner/objects/1").text
        #expect(page.contains("<label>Name <input name=\"name\" value=\"&lt;i&gt;Anna&lt;/i&gt;\"></label>"))
        #expect(page.contains("<nav class=\"models\"") && !page.contains("The app's own layout."))
    }
}
