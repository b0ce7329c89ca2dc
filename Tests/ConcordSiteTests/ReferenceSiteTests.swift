import ConcordGoldens
import ConcordOpenAPI
import ConcordSite
import ConcordYAML
import Foundation
import Testing

struct ReferenceSiteTests {
    /// The size from which on a document takes minutes, in bytes.
    private static let largestDocument = 3_000_000

    @Test(arguments: try corpusDocuments(under: largestDocument))
    func pagesAreWellFormedAndLinksLeadSomewhere(document: URL) throws {
        let files = ReferenceSite(try Documents.read(document)).files
        let pages = files.filter { $0.path.hasSuffix(".html") && $0.path != "404.html" }
        var identifiers: [String: Set<String>] = [:]
        var links: [(page: String, link: String)] = []
        for page in pages {
            let markup = Markup(page.contents)
            #expect(markup.imbalance == nil, "\(page.path)")
            let ids = markup.values(of: "id").map(Markup.unescaped)
            #expect(Set(ids).count == ids.count, "an id is twice on \(page.path)")
            identifiers[page.path] = Set(ids)
            // Links in the document's own text have a `rel`.
            for tag in markup.tags
            where tag.attributes["rel"].map({ ["prev", "next", "stylesheet", "prefetch"].contains($0) }) ?? true {
                for key in ["href", "src"] { if let link = tag.attributes[key] { links.append((page.path, link)) } }
            }
        }
        let paths = Set(files.map(\.path))
        for (page, link) in links {
            let parts = Markup.unescaped(link).split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let target = parts[0].isEmpty ? page : SitePath(String(parts[0]), from: page).text
            guard paths.contains(target) else {
                Issue.record("\(link) on \(page)")
                continue
            }
            guard parts.count > 1, let fragment = String(parts[1]).removingPercentEncoding else { continue }
            if identifiers[target]?.contains(fragment) != true { Issue.record("\(link) on \(page)") }
        }
    }

    @Test(arguments: try corpusDocuments(under: 1_000_000))
    func firstPageIsSmall(document: URL) throws {
        let files = ReferenceSite(try Documents.read(document)).files
        let overview = try #require(files.first { $0.path == "index.html" })
        let description = try Documents.read(document).info?.description?.utf8.count ?? 0
        #expect(overview.contents.count - 3 * description < 150_000)
    }

    @Test func assetsAreSmall() throws {
        let files = ReferenceSite(try Documents.petstore, SiteSettings(isConsoleEnabled: true)).files
        let assets = files.filter { $0.path.hasPrefix("assets/") }
        #expect(assets.count == 2)
        let compressed = try assets.reduce(0) { try $0 + Self.compressedSize($1.contents) }
        #expect(compressed < 60_000 && compressed > 5_000)
    }

    /// The first page appears after one request, and pages without a console don't load its script.
    @Test func pagesLoadOnlyWhatTheyNeed() throws {
        let document = try Documents.petstore
        func files(_ settings: SiteSettings) -> [String: String] {
            Dictionary(
                uniqueKeysWithValues: ReferenceSite(document, settings).files.map {
                    ($0.path, String(decoding: $0.contents, as: UTF8.self))
                })
        }
        let plain = files(SiteSettings())
        let overview = try #require(plain["index.html"])
        #expect(overview.contains("<style>") && !overview.contains("rel=\"stylesheet\""))
        #expect(overview.contains("<link rel=\"prefetch\" href=\"assets/site."))
        let group = try #require(plain["tags/pets.html"])
        #expect(!group.contains("<style>") && group.contains("<link rel=\"stylesheet\" href=\"../assets/site."))
        let themed = try #require(files(SiteSettings(theme: ":root { --accent: red; }"))["index.html"])
        #expect(!themed.contains("<style>") && themed.contains("<link rel=\"stylesheet\" href=\"assets/site."))
        func script(_ files: [String: String]) throws -> String {
            try #require(files.first { $0.key.hasPrefix("assets/") && $0.key.hasSuffix(".js") }).value
        }
        #expect(try !script(plain).contains("reference.console"))
        #expect(try script(plain).utf8.count < 26_000)
        #expect(try script(files(SiteSettings(isConsoleEnabled: true))).contains("reference.console"))
    }

    private static func compressedSize(_ bytes: [UInt8]) throws -> Int {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-9", "-c", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let count = output.fileHandleForReading.readDataToEndOfFile().count
        process.waitUntilExit()
        return count
    }

    @Test func changeOfAnOperationChangesItsPagesAlone() throws {
        let yaml = (1...9).map {
            "  /a\($0): {get: {operationId: get\($0), tags: [t], description: Text \($0), responses: {}}}"
        }
        let head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n"
        let old = ReferenceSite(try Documents.read(yaml: head + yaml.joined(separator: "\n"))).files
        let changed = yaml.map { $0.replacing("Text 5", with: "Test 5") }.joined(separator: "\n")
        let new = ReferenceSite(try Documents.read(yaml: head + changed)).files
        let different = zip(old, new).filter { $0 != $1 }.map(\.1.path).filter { $0.hasSuffix(".html") }
        #expect(different == ["operations/get5.html"])
    }

    private func document(paths: [String]) throws -> Document {
        try Documents.read(
            yaml: "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n" + paths.joined(separator: "\n"))
    }

    @Test func pathsThatHaveNoPartInCommonAreGroupedByWords() throws {
        let paths = (1...15).flatMap { ["  /getThing\($0): {get: {}}", "  /send_thing_\($0): {post: {}}"] }
        let files = ReferenceSite(try document(paths: paths)).files
        #expect(files.filter { $0.path.hasPrefix("tags/") }.map(\.path) == ["tags/Get.html", "tags/Send.html"])
        let different = (0..<150).map { "  /\(String($0 + 1000, radix: 36))x: {get: {}}" }
        let single = ReferenceSite(try document(paths: different)).files
        #expect(single.filter { $0.path.hasPrefix("tags/") }.map(\.path) == ["tags/Operations.html"])
    }

    @Test func navigationOfALargeGroupListsTheOperationsAroundTheCurrentOne() throws {
        let paths = (1...300).map { "  /a\($0): {get: {operationId: get\($0), tags: [t]}}" }
        let files = ReferenceSite(try document(paths: paths)).files
        for number in [1, 150, 300] {
            let page = try #require(files.first { $0.path == "operations/get\(number).html" })
            let links = Markup(page.contents).values(of: "href")
            #expect(links.contains("get\(number).html"))
            #expect(links.filter { $0.hasPrefix("../operations/") }.count < 110)
        }
    }

    @Test func consoleCanReachTheServersOfPathItemsThatAreReferences() throws {
        let document = try Documents.read(
            yaml: """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {/a: {$ref: '#/components/pathItems/A'}}
                components: {pathItems: {A: {servers: [{url: 'https://a.example/v1'}], get: {responses: {}}}}}
                """)
        let policy = ReferencePage(document, SiteSettings(isConsoleEnabled: true)).policy
        #expect(policy.contains("connect-src 'self' https://a.example;"))
    }

    @Test func publishedSiteHasAddresses() throws {
        let settings = SiteSettings(url: "https://docs.example.com/api")
        let files = ReferenceSite(try Documents.petstore, settings).files
        func text(_ path: String) -> String? {
            files.first { $0.path == path }.map { String(decoding: $0.contents, as: UTF8.self) }
        }
        #expect(text("sitemap.xml")?.contains("<loc>https://docs.example.com/api/tags/pets.html</loc>") == true)
        #expect(
            text("tags/pets.html")?.contains(
                "<link rel=\"canonical\" href=\"https://docs.example.com/api/tags/pets.html\">") == true)
        #expect(text("404.html")?.contains("href=\"https://docs.example.com/api/\"") == true)
        #expect(
            text("llms.txt")?.contains(
                "- [List all pets](https://docs.example.com/api/tags/pets.html#GET/pets): GET /pets") == true)
        #expect(text("openapi.json")?.hasPrefix("{\n  \"openapi\"") == true)
    }

    @Test func extraPagesLogoThemeAndChangesAreShown() throws {
        let old = try Documents.petstore
        var node = old.node
        node["info"] = ["title": "Pets", "version": "2"]
        node["paths"] = .mapping(Mapping((node["paths"]?.mapping ?? Mapping()).entries.dropLast()))
        let new = Document(node)
        let settings = SiteSettings(
            guides: [SiteSettings.Guide(title: "Getting started", markdown: "First, *read* this.")],
            changes: DocumentChanges(from: old, to: new),
            logo: SiteSettings.Logo(mediaType: "image/png", contents: [1, 2, 3]), theme: ":root { --accent: teal; }")
        let files = ReferenceSite(new, settings).files
        func text(_ path: String) throws -> String {
            String(decoding: try #require(files.first { $0.path == path }).contents, as: UTF8.self)
        }
        #expect(try text("guides/Getting-started.html").contains("<p>First, <em>read</em> this.</p>"))
        #expect(try text("changes.html").contains("/pets/{petId}"))
        #expect(try text("index.html").contains("<img class=\"logo\" src=\"assets/logo."))
        #expect(
            files.contains {
                $0.path.hasSuffix(".css") && String(decoding: $0.contents, as: UTF8.self).contains("teal")
            })
    }
}
