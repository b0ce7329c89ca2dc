import ConcordBrowser
import ConcordOpenAPI
import ConcordSite
import ConcordYAML
import Foundation
import Testing

/// A site in a real browser, opened from files.
@Suite(.serialized, .enabled(if: Browser.isInstalled))
struct BrowserTests {
    /// Runs a test in a browser, which it closes.
    private func browse(
        width: Int = 1280, height: Int = 900, runsScripts: Bool = true, _ body: (Browser) async throws -> Void
    ) async throws {
        let browser = try await Browser(width: width, height: height, runsScripts: runsScripts)
        do {
            try await body(browser)
        } catch {
            await browser.close()
            throw error
        }
        await browser.close()
    }

    private static let results =
        "return [...document.querySelectorAll('#search-results a')].map(one => one.innerText).join('|');"

    @Test func searchFindsOperationsSchemasAndProperties() async throws {
        let site = try SiteFolder(try Documents.petstore)
        try await browse { browser in
            try await browser.open(site.address("tags/pets.html"))
            try await browser.type("/")
            try await browser.type("create")
            #expect(try await browser.wait(for: Self.results).contains("Create a pet"))
            // One letter is missing, and two are transposed.
            for typed in ["crate", "craete"] {
                try await browser.run("document.querySelector('.search input').value = '';")
                try await browser.type(typed)
                #expect(try await browser.wait(for: Self.results).contains("Create a pet"), "\(typed)")
            }
            try await browser.run("document.querySelector('.search input').value = '';")
            try await browser.type("message")
            let found = try await browser.wait(for: Self.results)
            #expect(found.hasPrefix("Schema") && found.contains("Error") && found.contains("message"))
            try await browser.type(Key.enter)
            let address = try await browser.wait(for: "return location.pathname.includes('schemas') && location.href;")
            #expect(address.hasSuffix("schemas/Error.html#schemas/Error/message"))
        }
    }

    @Test func arrowsChooseAResultAndEscapeReturns() async throws {
        let site = try SiteFolder(try Documents.petstore)
        try await browse { browser in
            try await browser.open(site.address())
            try await browser.type("/")
            try await browser.type("pet")
            _ = try await browser.wait(for: "return document.querySelectorAll('#search-results a').length > 1;")
            let chosen = "return document.querySelector('#search-results [aria-selected=true]').id;"
            let first = try await browser.text(chosen)
            try await browser.type(Key.down)
            #expect(try await browser.text(chosen) != first)
            try await browser.type(Key.up)
            #expect(try await browser.text(chosen) == first)
            try await browser.type(Key.escape)
            #expect(try await browser.text("return document.querySelector('.search').open;") == "false")
        }
    }

    @Test func singlePageSearchesItself() async throws {
        let site = try SiteFolder(page: ReferencePage(try Documents.petstore))
        try await browse { browser in
            try await browser.open(site.address())
            try await browser.type("/")
            try await browser.type("petId")
            _ = try await browser.wait(for: Self.results)
            try await browser.type(Key.enter)
            let hash = try await browser.wait(for: "return location.hash;")
            #expect(hash == "#GET/pets/%7BpetId%7D/path/petId")
            #expect(try await browser.messages() == [])
        }
    }

    @Test func linkToAFoldedPropertyOpensIt() async throws {
        let document = try Documents.read(
            yaml: """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    post:
                      requestBody: {content: {application/json: {schema: {type: object, properties: {outer: {type: object, properties: {inner: {type: string}}}}}}}}
                      responses: {'400': {description: Bad, content: {application/json: {schema: {type: object, properties: {reason: {type: string}}}}}}}
                """)
        let site = try SiteFolder(document)
        try await browse { browser in
            for place in ["POST/a/body/outer/inner", "POST/a/400/reason", "POST/a/400"] {
                try await browser.open("about:blank")
                try await browser.open(site.address("tags/Operations.html#\(place)"))
                let isVisible =
                    "const one = document.getElementById('\(place)'); return one.checkVisibility() && one.getBoundingClientRect().top < innerHeight;"
                #expect(try await browser.wait(for: isVisible) == "true", "\(place)")
            }
        }
    }

    @Test func themeIsRememberedOnTheNextPage() async throws {
        let site = try SiteFolder(try Documents.petstore)
        try await browse { browser in
            try await browser.open(site.address())
            let colour = "return getComputedStyle(document.body).backgroundColor;"
            let before = try await browser.text(colour)
            try await browser.run("document.querySelector('[data-action=theme]').click();")
            let after = try await browser.text(colour)
            #expect(before != after)
            try await browser.open(site.address("tags/pets.html"))
            #expect(try await browser.text(colour) == after)
        }
    }

    @Test func languageOfSamplesIsTheSameInAll() async throws {
        let site = try SiteFolder(try Documents.petstore)
        try await browse { browser in
            try await browser.open(site.address("tags/pets.html"))
            try await browser.run("document.querySelectorAll('.tabs.code input[value=python]')[1].click();")
            let shown =
                "return [...document.querySelectorAll('.request-sample')].every(one => one.innerText.includes('import requests'));"
            #expect(try await browser.text(shown) == "true")
            try await browser.open(site.address("tags/pets.html"))
            #expect(try await browser.text(shown) == "true")
        }
    }

    @Test func examplesFoldAndKeepTheirText() async throws {
        let document = try Documents.read(
            yaml: """
                openapi: 3.1.0
                info: {title: Boats, version: "1"}
                components:
                  schemas:
                    Boat:
                      type: object
                      examples: [{name: "x {", owner: {name: Ada, ports: [Kiel, Rostock]}, crew: [{name: Bo}], parts: []}]
                """)
        let site = try SiteFolder(document)
        try await browse { browser in
            try await browser.open(site.address("schemas/Boat.html"))
            let count = "return document.querySelectorAll('article > .code-box .fold').length || '';"
            #expect(try await browser.wait(for: count) == "4")
            let code = "document.querySelector('article > .code-box code')"
            let text = try await browser.text("return \(code).textContent;")
            #expect(text.contains("\n  \"owner\": {\n    \"name\": \"Ada\",\n") && text.contains("\"parts\": []"))
            let shown = "return \(code).innerText.includes('Ada') + ' ' + \(code).innerText.includes('Bo');"
            try await browser.run("\(code).querySelector('.fold').click();")
            #expect(try await browser.text(shown) == "false true")
            #expect(try await browser.text("return \(code).textContent;") == text)
            let all = "document.querySelector('article > .code-box .code-tools button').click();"
            try await browser.run(all)
            #expect(try await browser.text(shown) == "false false")
            try await browser.run(all)
            #expect(try await browser.text(shown) == "true true")
        }
    }

    @Test(arguments: [(390, 800), (768, 1000), (1280, 900), (1920, 1080)])
    func pageFitsTheWindow(width: Int, height: Int) async throws {
        let site = try SiteFolder(try Documents.read(Documents.root.appending(path: "specs/hard-names/openapi.yaml")))
        try await browse(width: width, height: height) { browser in
            for page in ["index.html", "schemas/index.html"] {
                try await browser.open(site.address(page))
                let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;"
                #expect(try await browser.text(overflow) == "0", "\(page)")
            }
            let isNavigationShown = "return document.getElementById('contents').checkVisibility();"
            #expect(try await browser.text(isNavigationShown) == (width < 1024 ? "false" : "true"))
            guard width < 1024 else { return }
            try await browser.run("document.querySelector('.menu').click();")
            #expect(try await browser.wait(for: isNavigationShown) == "true")
            try await browser.run("document.querySelector('#contents .close').click();")
            #expect(
                try await browser.wait(for: "return !document.getElementById('contents').checkVisibility();") == "true")
        }
    }

    @Test func readsWithoutJavaScript() async throws {
        let site = try SiteFolder(try Documents.petstore)
        try await browse(runsScripts: false) { browser in
            try await browser.open(site.address("tags/pets.html"))
            // The driver's own scripts run, but the page's don't, as its buttons show.
            #expect(
                try await browser.text("return document.querySelector('[data-action=search]').checkVisibility();")
                    == "false")
            let text = try await browser.text("return document.querySelector('main').innerText;")
            #expect(text.contains("List all pets") && text.contains("curl http://petstore.swagger.io/v1/pets"))
            #expect(!text.contains("import requests"))
            try await browser.run("document.querySelector('.tabs.code input[value=python]').click();")
            #expect(
                try await browser.text("return document.querySelector('main').innerText;").contains("import requests"))
        }
    }

    /// A page of hostile text runs no scripts and requests only its own files.
    @Test func hostileTextRunsNothing() async throws {
        let texts = [
            "<script>document.title='owned'</script>", "\"><script>document.title='owned'</script>",
            "<img src=x onerror=\"document.title='owned'\">", "<svg onload=\"document.title='owned'\">",
            "[x](javascript:document.title='owned')", "![i](https://tracker.example/i.png)",
            "</style><style>@import url(https://tracker.example/a.css);</style>",
            "</script><script>document.title='owned'</script>",
            "<iframe src=https://tracker.example></iframe>", "<!--<script>",
            "<link rel=stylesheet href=https://tracker.example/b.css>",
        ]
        let all = Node.string(texts.joined(separator: "\n\n"))
        let document = Document([
            "openapi": "3.1.0", "info": ["title": .string(texts[1]), "version": all, "description": all],
            "tags": [["name": .string(texts[2]), "description": all]],
            "paths": .mapping([
                "/" + texts[0]: [
                    "get": [
                        "summary": .string(texts[7]), "description": all, "tags": [.string(texts[2])],
                        "parameters": [
                            [
                                "name": .string(texts[2]), "in": "query", "required": true, "description": all,
                                "example": all,
                            ]
                        ],
                        "responses": ["200": ["description": all]],
                    ]
                ]
            ]),
            "components": ["schemas": .mapping([texts[7]: ["description": all, "default": all]])],
        ])
        let site = try SiteFolder(document, SiteSettings(isConsoleEnabled: true))
        let single = try SiteFolder(page: ReferencePage(document))
        try await browse { browser in
            let pages = try FileManager.default.subpathsOfDirectory(atPath: site.url.path).filter {
                $0.hasSuffix(".html")
            }
            #expect(pages.count > 4)
            for address in pages.map({
                site.address($0.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? $0)
            }) + [single.address()] {
                try await browser.open(address)
                try await browser.type("/")
                try await browser.type("tracker")
                try await browser.run(
                    "for (const one of document.querySelectorAll('details')) one.open = true; for (const one of document.querySelectorAll('a')) if (one.protocol === 'javascript:') one.click();"
                )
                #expect(try await browser.text("return document.title;") != "owned", "\(address)")
            }
            let requests = try await browser.requests()
            #expect(requests.allSatisfy { !$0.contains("tracker.example") }, "\(requests)")
            let messages = try await browser.messages()
            #expect(messages.allSatisfy { !$0.contains("Content Security Policy") }, "\(messages)")
        }
    }

    @Test(.enabled(if: Browser.axe != nil), arguments: ["light", "dark"])
    func accessibilityCheckFindsNothing(theme: String) async throws {
        let fixture = "Tests/ConcordSiteTests/Fixtures/Everything.yaml"
        let document = try Documents.read(Documents.root.appending(path: fixture))
        let site = try SiteFolder(document, SiteSettings(isConsoleEnabled: true))
        try await browse { browser in
            let pages = [
                "index.html", "tags/Xboats.html", "schemas/Xunion.html", "schemas/index.html", "tags/Webhooks.html",
            ]
            for page in pages {
                try await browser.open(site.address(page))
                try await browser.run("document.documentElement.dataset.theme = '\(theme)';")
                try await browser.run("for (const one of document.querySelectorAll('details')) one.open = true;")
                #expect(try await browser.accessibilityViolations() == "", "\(page)")
            }
        }
    }
}
