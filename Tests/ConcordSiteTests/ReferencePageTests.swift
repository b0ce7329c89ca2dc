import ConcordGoldens
import ConcordSite
import ConcordYAML
import Foundation
import Testing

struct ReferencePageTests {
    @Test func showsEveryPartOfThePetstore() throws {
        let page = String(decoding: ReferencePage(try Documents.petstore).html, as: UTF8.self)
        for part in [
            "<h1>Swagger Petstore</h1>", "Version 1.0.0", "http://petstore.swagger.io/v1", "<h2>pets</h2>",
            "List all pets", "Create a pet", "Info for a specific pet",
            "How many items to return at one time (max 100)",
            "integer &lt;int32&gt;", "at most 100", "A link to the next page of responses", "unexpected error",
            "<a href=\"#schemas/Pet\">Pet</a>", "id=\"GET/pets/{petId}\"", "at most 100 items",
        ] {
            #expect(page.contains(part), "\(part)")
        }
    }

    @Test(arguments: try corpusDocuments(under: 300_000))
    func isWellFormedAndItsLinksLeadSomewhere(document: URL) throws {
        let markup = Markup(ReferencePage(try Documents.read(document)).html)
        #expect(markup.imbalance == nil)
        let identifiers = markup.values(of: "id").map(Markup.unescaped)
        #expect(Set(identifiers).count == identifiers.count, "an id is used twice")
        // Links in the document's own text have a `rel`.
        for tag in markup.tags where tag.attributes["rel"] == nil {
            guard let link = tag.attributes["href"], let target = String(link.dropFirst()).removingPercentEncoding
            else { continue }
            #expect(link.hasPrefix("#") && identifiers.contains(target), "\(link)")
        }
    }

    @Test(arguments: try corpusDocuments(under: 300_000))
    func isNotMuchLongerThanItsDocument(document: URL) throws {
        let page = ReferencePage(try Documents.read(document)).html
        let source = try Data(contentsOf: document)
        #expect(page.count < 200_000 + 12 * source.count)
    }

    /// The page contains only what its policy allows: its own stylesheet and script, by their hashes.
    @Test func policyAllowsItsAssetsAlone() throws {
        let page = ReferencePage(try Documents.petstore)
        let html = String(decoding: page.html, as: UTF8.self)
        #expect(Markup.unescaped(html).contains("content=\"\(page.policy)\""))
        #expect(!page.policy.contains("unsafe"))
        #expect(
            !Markup(page.html).tags.contains { $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } })
    }

    @Test func linksToComponentsThatContainThemselves() throws {
        let document = try Documents.read(
            yaml: """
                openapi: 3.1.0
                info: {title: Trees, version: "1"}
                paths:
                  /trees:
                    get:
                      responses:
                        "200":
                          description: A tree.
                          content:
                            application/json: {schema: {$ref: "#/components/schemas/Tree"}}
                components:
                  responses:
                    Loop: {$ref: "#/components/responses/Loop"}
                  schemas:
                    Tree:
                      type: object
                      properties:
                        left: {$ref: "#/components/schemas/Tree"}
                        others: {type: array, items: {$ref: "#/components/schemas/Tree"}}
                    Itself: {$ref: "#/components/schemas/Itself"}
                """)
        let page = ReferencePage(document).html
        #expect(page.count < 140_000)
        #expect(Markup(page).imbalance == nil)
    }

    @Test(arguments: [
        ("a *b* `c`", "<p>a <em>b</em> <code>c</code></p>"),
        ("<p>One <b>bold</b> word.</p>", "<p><span class=\"break\"></span>One <strong>bold</strong> word.</p>"),
        ("a <b>b\n\nc</b>", "<p>a <strong>b</strong></p>\n<p>c</p>"),
        ("# Big", "<h2 class=\"prose\">Big</h2>"),
        ("![chart](https://example.com/c.png)", "rel=\"noopener noreferrer nofollow\">chart</a>"),
        ("&lt;b&gt; &copy;", "<p>&lt;b&gt; ©</p>"),
        ("- [x] done", "<li>☑ done</li>"),
        ("<table><tr>", "<p>&lt;table&gt;&lt;tr&gt;</p>"),
    ])
    func writesMarkdownAsHTML(markdown: String, html: String) throws {
        let document = try Documents.read(yaml: "openapi: 3.1.0\ninfo: {title: T}")
        var described = document
        described.info?.description = markdown
        #expect(String(decoding: ReferencePage(described).html, as: UTF8.self).contains(html))
    }

    @Test func emptyDocumentHasNoSections() throws {
        let page = ReferencePage(try Documents.read(yaml: "openapi: 3.1.0")).html
        #expect(Markup(page).imbalance == nil)
        #expect(!String(decoding: page, as: UTF8.self).contains("<h2>"))
    }
}
