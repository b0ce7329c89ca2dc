import Concord
import ConcordBrowser
import ConcordServer
import ConcordUsers
import Foundation
import Logging
import Testing

/// The admin in a real browser.
@Suite(.serialized, .enabled(if: Browser.isInstalled))
struct BrowserTests {
    /// Serves the app, and runs a test in a browser.
    private func browse(
        width: Int = 1280, height: Int = 900, runsScripts: Bool = true,
        _ test: @escaping @Sendable (Browser, AdminApp, _ address: String) async throws -> Void
    ) async throws {
        let app = try await AdminApp()
        var configuration = try await AdminAPI.served.configuration()
        configuration.environment.database = app.database
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = try APIServer(
            AdminAPI.served, app: configuration, configuration: APIServer.Configuration(port: 0), logger: logger)
        try await app.user("ada", isSuperuser: true)
        try await server.run(while: { port in
            let browser = try await Browser(width: width, height: height, runsScripts: runsScripts)
            do {
                try await test(browser, app, "http://localhost:\(port)/admin")
            } catch {
                await browser.close()
                throw error
            }
            await browser.close()
        })
    }

    private static func signIn(_ browser: Browser, _ address: String, as name: String = "ada") async throws {
        try await browser.open(address)
        try await browser.write(name, into: "#username")
        try await browser.write(AdminApp.password, into: "#password")
        try await browser.click("form .primary")
    }

    private static func fill(_ app: AdminApp) async throws {
        try await app.run {
            let owner = try await Owner.objects.create(Owner(id: 0, name: "Alpine Club", email: "a@example.org"))
            let names = ["Peak", "Harbour", "Valley", "Glacier", "Lighthouse", "Meadow", "Pass", "Ridge"]
            for (index, name) in names.enumerated() {
                let station = try await Station.objects.create(
                    Station(
                        id: UUID(), name: name, elevation: Double(index * 311), isOnline: index % 3 != 0,
                        status: index % 4 == 3 ? .retired : .active, owner: owner.id,
                        notes: "Serviced every spring.", created: Date()))
                _ = try await Visit.objects.create(Visit(id: 0, station: station.id, visitor: "Charlotte"))
            }
            _ = try await Topic.objects.create(Topic(word: "high"))
        }
    }

    /// Returns whether the page shows a text, after a page that a click has opened is loaded.
    private static func shows(_ text: String, _ browser: Browser) async throws -> Bool {
        for _ in 1...200 where try await browser.text(mainText).contains(text) { return true }
        return false
    }

    private static let mainText = "return document.querySelector('main').innerText;"

    @Test(arguments: [true, false])
    func staffSignsInCreatesFindsChangesAndDeletes(runsScripts: Bool) async throws {
        try await browse(runsScripts: runsScripts) { browser, app, address in
            try await Self.signIn(browser, address)
            #expect(try await browser.text("return document.title;") == "Stations – Stations")
            _ = try await app.run { try await Owner.objects.create(Owner(id: 0, name: "Anna")) }
            try await browser.open(address + "/models/station")
            try await browser.click(".toolbar .primary")
            try await browser.write("Peak", into: "#id_name")
            try await browser.write("9999", into: "#id_elevation")
            try await browser.click("#id_owner option:last-child")
            try await browser.click(".buttons .primary")
            #expect(try await Self.shows("Must be at most 8850", browser))
            #expect(try await browser.text("return document.querySelector('#id_name').value;") == "Peak")
            try await browser.write("2469", into: "#id_elevation")
            try await browser.click(".buttons .primary")
            #expect(try await Self.shows("Added.", browser))
            try await browser.write("pea", into: "[type=search]")
            try await browser.click(".search button")
            try await browser.click("tbody th a")
            try await browser.write("Summit", into: "#id_name")
            try await browser.click("[name=_continue]")
            #expect(try await Self.shows("Saved.", browser))
            try await browser.click(".toolbar .danger")
            #expect(try await Self.shows("Delete the station “Summit”?", browser))
            try await browser.click("button.danger")
            #expect(try await Self.shows("No stations.", browser))
            #expect(try await app.run { try await Station.objects.count() } == 0)
            #expect(try await browser.messages().filter { !$0.contains("422") } == [])
        }
    }

    /// A station is added with two visits. Without scripts, the page has some empty forms; with scripts, a button adds
    /// forms.
    @Test(arguments: [true, false])
    func relatedObjectsAreAddedWithTheirObject(runsScripts: Bool) async throws {
        try await browse(runsScripts: runsScripts) { browser, app, address in
            _ = try await app.run { try await Owner.objects.create(Owner(id: 0, name: "Anna")) }
            try await Self.signIn(browser, address)
            try await browser.open(address + "/models/station/add")
            // A button that only works with scripts is invisible without them.
            let isVisible = "return [...document.querySelectorAll('[hidden]')].some((one) => one.offsetParent);"
            #expect(try await browser.text(isVisible) == "false")
            let count = "return document.querySelectorAll('.inline-row').length;"
            #expect(try await browser.text(count) == (runsScripts ? "1" : "3"))
            try await browser.write("Peak", into: "#id_name")
            try await browser.click("#id_owner option:last-child")
            try await browser.write("Ann", into: "#id_visit-0-visitor")
            var second = "#id_visit-1-visitor"
            if runsScripts {
                try await browser.click("[data-add-row]")
                #expect(try await browser.text("return document.activeElement.name;") == "visit-3-visitor")
                try await browser.click("[data-add-row]")
                try await browser.click(".inline-row:last-of-type [data-remove-row]")
                #expect(try await browser.text(count) == "2")
                second = "#id_visit-3-visitor"
            }
            try await browser.write(String(repeating: "x", count: 9), into: second)
            try await browser.click("[name=_save]")
            #expect(try await Self.shows("Added.", browser))
            let names = try await app.run { try await Visit.objects.order(by: .ascending(\.id)).fetch().map(\.visitor) }
            #expect(names == ["Ann", "xxxxxxxxx"])
        }
    }

    @Test func aViewerSeesNoControls() async throws {
        try await browse { browser, app, address in
            try await Self.fill(app)
            try await app.user("vera", ["view_station"])
            try await Self.signIn(browser, address, as: "vera")
            #expect(try await browser.text("return document.querySelectorAll('nav.models a').length;") == "1")
            try await browser.open(address + "/models/station")
            #expect(try await browser.text("return document.querySelectorAll('.select, main .primary').length;") == "0")
            try await browser.click("tbody th a")
            let controls = "return document.querySelectorAll('main input:not([type=hidden]), main button').length;"
            #expect(try await browser.text(controls) == "0")
            try await browser.open(address + "/models/owner")
            #expect(try await Self.shows("Forbidden", browser))
        }
    }

    @Test func hostileTextRunsNothing() async throws {
        try await browse { browser, app, address in
            let hostile = "\"><img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
            try await app.run {
                let owner = try await Owner.objects.create(Owner(id: 0, name: String(hostile.prefix(60))))
                let station = try await Station.objects.create(
                    Station(
                        id: UUID(), name: "<svg onload=document.title='owned'>", owner: owner.id, notes: hostile,
                        aliases: [hostile], settings: .string(hostile), created: Date()))
                _ = try await Visit.objects.create(Visit(id: 0, station: station.id, visitor: hostile))
            }
            try await Self.signIn(browser, address)
            let key = try await app.run { try await Station.objects.get().id.uuidString.lowercased() }
            let pages = ["", "/models/station", "/models/visit", "/models/owner", "/models/station/objects/\(key)"]
            for page in pages + ["/models/station/objects/\(key)/delete", "/models/station/objects/\(key)/history"] {
                try await browser.open(address + page)
                #expect(try await browser.text("return document.title;").contains("Stations"), "\(page)")
                #expect(try await browser.text("return document.querySelectorAll('main img, main svg').length;") == "0")
            }
            #expect(try await browser.requests().allSatisfy { !$0.hasSuffix("/x") })
        }
    }

    @Test(.enabled(if: Browser.axe != nil), arguments: ["light", "dark"])
    func accessibilityCheckFindsNothing(theme: String) async throws {
        try await browse { browser, app, address in
            try await Self.fill(app)
            let key = try await app.run {
                try await Station.objects.get { $0.name == "Peak" }.id.uuidString.lowercased()
            }
            try await browser.open(address + "/login")
            #expect(try await browser.accessibilityViolations() == "")
            try await Self.signIn(browser, address)
            let object = "/models/station/objects/\(key)"
            for page in [
                "", "/models/station", "/models/station/add", object, object + "/delete", object + "/history",
                "/password",
            ] {
                try await browser.open(address + page)
                try await browser.run("document.documentElement.dataset.theme = '\(theme)';")
                try await browser.run("for (const one of document.querySelectorAll('details')) one.open = true;")
                // The colors of controls change in a moment.
                try await browser.run("for (const one of document.getAnimations()) one.finish();")
                #expect(try await browser.accessibilityViolations() == "", "\(page)")
            }
        }
    }

    @Test(arguments: [(390, 800), (768, 1000), (1920, 1080)])
    func pagesFitTheWindow(width: Int, height: Int) async throws {
        try await browse(width: width, height: height) { browser, app, address in
            try await Self.fill(app)
            try await Self.signIn(browser, address)
            let key = try await app.run {
                try await Station.objects.get { $0.name == "Peak" }.id.uuidString.lowercased()
            }
            for page in ["", "/models/station", "/models/station/objects/\(key)"] {
                try await browser.open(address + page)
                let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;"
                #expect(try await browser.text(overflow) == "0", "\(page)")
            }
        }
    }

    @Test func keysAreSearchedAndUnsavedChangesAreNoted() async throws {
        try await browse { browser, app, address in
            try await Self.fill(app)
            try await app.run {
                let owner = try await Owner.objects.limit(1).get()
                _ = try await Station.objects.bulkInsert(
                    (100...200).map { Station(id: UUID(), name: "Other \($0)", owner: owner.id, created: Date()) })
            }
            try await Self.signIn(browser, address)
            try await browser.open(address + "/models/visit/add")
            let isKept =
                "const event = new Event('beforeunload', {cancelable: true}); dispatchEvent(event); return event.defaultPrevented;"
            #expect(try await browser.text(isKept) == "false")
            try await browser.write("Emil", into: "#id_visitor")
            #expect(try await browser.text(isKept) == "true")
            try await browser.write("light", into: "#id_station")
            #expect(
                try await browser.wait(for: "return document.querySelector('.found li')?.innerText;") == "Lighthouse")
            try await browser.type(Key.enter)
            #expect(try await browser.text("return document.querySelector('#id_station').value;") == "Lighthouse")
            try await browser.click(".buttons .primary")
            #expect(try await Self.shows("Added.", browser))
            let visit = try await app.run { try await Visit.objects.get { $0.visitor == "Emil" } }
            let station = try await app.run { try await Station.objects.get { $0.name == "Lighthouse" } }
            #expect(visit.station == station.id)
        }
    }

    /// Writes the images of the documentation into a folder.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["CONCORD_SCREENSHOTS"] != nil), arguments: [1280, 390])
    func screenshots(width: Int) async throws {
        let folder = try #require(ProcessInfo.processInfo.environment["CONCORD_SCREENSHOTS"])
        try await browse(width: width, height: width < 600 ? 800 : 860) { browser, app, address in
            try await Self.fill(app)
            try await Self.signIn(browser, address)
            let key = try await app.run {
                try await Station.objects.get { $0.name == "Peak" }.id.uuidString.lowercased()
            }
            let pages = [
                ("list", "/models/station?o=name"), ("form", "/models/station/objects/\(key)"),
                ("delete", "/models/station/objects/\(key)/delete"), ("index", ""),
            ]
            for (name, page) in pages {
                try await browser.open(address + page)
                try await browser.saveScreenshot("\(folder)/admin-\(name)\(width < 600 ? "-phone" : "").png")
            }
            try await browser.open(address + "/models/station")
            try await browser.run("document.documentElement.dataset.theme = 'dark';")
            try await browser.saveScreenshot("\(folder)/admin-dark\(width < 600 ? "-phone" : "").png")
        }
    }
}
