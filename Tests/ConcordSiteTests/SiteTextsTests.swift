import ConcordSite
import Foundation
import Testing

/// The texts of a site in other languages.
struct SiteTextsTests {
    private static let fixtures = Documents.root.appending(path: "Tests/ConcordSiteTests/Fixtures")

    private func texts(_ yaml: String) throws -> SiteTexts {
        let read = SiteTexts.read(Array(yaml.utf8), file: "texts.yaml")
        #expect(read.diagnostics == [])
        return read.texts
    }

    private func pages(_ texts: SiteTexts) throws -> [String: String] {
        var settings = SiteSettings(isConsoleEnabled: true, formats: [.html, .markdown])
        settings.texts = texts
        let document = try Documents.read(Self.fixtures.appending(path: "Everything.yaml"))
        let files = ReferenceSite(document, settings).files
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.contents, as: UTF8.self)) })
    }

    @Test func germanFileHasAllTexts() throws {
        let yaml = try String(contentsOf: Self.fixtures.appending(path: "German.yaml"), encoding: .utf8)
        for text in SiteText.allCases { #expect(yaml.contains("\n\(text.name): "), "\(text.name)") }
        let pages = try pages(texts(yaml))
        let page = try #require(pages["tags/Xboats.html"])
        for part in [
            "<html lang=\"de\"", "Pfad-Parameter", "3 bis 40 Zeichen", "mindestens 713 Eigenschaften",
            "Enthält 2 bis 5 Elemente", "Die Eigenschaft <code>Xkind</code> sagt, welches es ist.",
            "durch <code>|</code> getrennt (pipeDelimited)", "Array von string",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(try #require(pages["tags/Xboats.md"]).contains("### Pfad-Parameter"))
        #expect(try #require(pages["404.html"]).contains("Seite nicht gefunden"))
        let script = try #require(pages.first { $0.key.hasSuffix(".js") && $0.key.hasPrefix("assets/") })
        #expect(script.value.contains("Nichts gefunden."))
    }

    /// If each text is marked, no unmarked English text remains.
    @Test func noTextIsOutsideOfTheFile() throws {
        let yaml = SiteText.allCases.map { "\($0.name): '⟦\($0.rawValue.replacing("'", with: "''"))⟧'" }
        // Names of protocols and formats, the phrases of status codes, and the document's paths are the same in all
        // languages.
        let known: Set = [
            "openapi", "yaml", "json", "oauth", "http", "openid", "connect", "authorization", "bearer", "ok", "https",
            "example", "default", "boats", "request.body",
        ]
        let types: Set = ["string", "object", "array", "integer", "number", "boolean", "null", "get", "post", "curl"]
        let languages: Set = ["swift", "asynchttpclient", "python", "javascript", "kotlin", "deepobject"]
        for (path, page) in try pages(texts(yaml.joined(separator: "\n"))) where path.hasSuffix(".html") {
            var visible = page.replacing(
                /<(pre|code|script|style|title)\b[^>]*>[^<]*(<code>[^<]*<\/code>)?<\/\1>/, with: " ")
            visible = Markup.unescaped(visible.replacing(/<[^>]*>/, with: " "))
            var depth = 0
            let outside = visible.filter { character in
                if character == "⟦" { depth += 1 }
                defer { if character == "⟧" { depth -= 1 } }
                return depth == 0
            }
            let words = outside.split { !$0.isLetter && !"-.@".contains($0) }
            for word in words.map({ $0.lowercased() }) {
                let isKnown = known.contains(word) || types.contains(word) || languages.contains(word)
                #expect(word.hasPrefix("x") || word.count < 3 || isKnown, "\(word) on \(path)")
            }
        }
    }

    @Test(arguments: [
        ("pathParamters: x", "texts.yaml:1:1", "no text named 'pathParamters'", "did you mean 'pathParameters'?"),
        ("langauge: de", "texts.yaml:1:1", "no text named 'langauge'", "did you mean 'language'?"),
        (
            "menu: a\nzzzzzzzzzzzzz: x", "texts.yaml:2:1", "no text named 'zzzzzzzzzzzzz'",
            "'concord docs --print-texts' prints all names"
        ),
        ("menu: [a]", "texts.yaml:1:7", "'menu' must be a string", nil),
        ("andMore: 'Noch {cout}.'", "texts.yaml:1:10", "'andMore' has no value named '{cout}'", "use {count}"),
        ("menu: '{count}'", "texts.yaml:1:7", "'menu' has no value named '{count}'", "remove it"),
        ("- a", "texts.yaml:1:1", "a file of texts must be an object of names and texts", nil),
    ])
    func mistakeIsReported(yaml: String, place: String, message: String, help: String?) {
        let diagnostics = SiteTexts.read(Array(yaml.utf8), file: "texts.yaml").diagnostics
        #expect(diagnostics.map(\.message) == [message])
        #expect(diagnostics.first?.position.map { "\($0)" } == place)
        #expect(diagnostics.first?.help == help)
    }

    @Test func printedTextsAreTheDefaults() throws {
        #expect(
            try texts(SiteTexts.english.yaml)
                == texts(
                    SiteText.allCases.map { "\($0.name): '\($0.rawValue.replacing("'", with: "''"))'" }.joined(
                        separator: "\n")))
    }

    /// A text can neither open an element nor end its script.
    @Test func textIsNoMarkup() throws {
        let pages = try pages(texts("menu: '<b>x</b>'\ncopy: '</script><b>'"))
        #expect(try #require(pages["index.html"]).contains("&lt;b&gt;x&lt;/b&gt;"))
        #expect(pages.filter { $0.key.hasPrefix("assets/") }.allSatisfy { !$0.value.contains("</script>") })
    }
}
