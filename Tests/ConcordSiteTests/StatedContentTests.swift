import ConcordOpenAPI
import ConcordSite
import Foundation
import Testing

/// The pages contain everything that a document states.
struct StatedContentTests {
    private static let fixture = Documents.root.appending(path: "Tests/ConcordSiteTests/Fixtures/Everything.yaml")

    private var names: [String] {
        get throws {
            let text = try String(contentsOf: Self.fixture, encoding: .utf8)
            let lines = text.split(separator: "\n").dropFirst()
            return lines.flatMap { $0.matches(of: /\b[Xx][A-Za-z]+(-[a-z0-9.]+)*/).map { String($0.output.0) } }
                .filter { !$0.hasPrefix("x-") && !$0.hasPrefix("xml") }
        }
    }

    @Test func isOnSomePage() throws {
        let site = ReferenceSite(try Documents.read(Self.fixture))
        let pages = site.files.filter { $0.path.hasSuffix(".html") }
            .map { String(decoding: $0.contents, as: UTF8.self) }.joined()
        let names = try names
        #expect(names.count > 120)
        for name in Set(names) { #expect(pages.contains(name), "\(name)") }
    }

    @Test func isOnTheSinglePage() throws {
        let page = String(decoding: ReferencePage(try Documents.read(Self.fixture)).html, as: UTF8.self)
        let visible = page.components(separatedBy: "<script type=").first ?? ""
        for name in Set(try names) { #expect(visible.contains(name), "\(name)") }
    }

    /// The text of an operation's article, without its tags.
    private func text(_ path: String, _ document: Document) throws -> String {
        let file = try #require(ReferenceSite(document).files.first { $0.path == path })
        return Markup.text(of: file.contents)
    }

    @Test func constraintsAreInWords() throws {
        let text = try text("tags/Xboats.html", try Documents.read(Self.fixture))
        for words in [
            "3 to 40 characters", "at least 713 properties", "Contains 2 to 5 items", "unique items",
            "a multiple of 719", "less than 7230", "Xthis requires Xthat", "If Xwhen is present", "Not allowed",
            "contains image/xpng, encoded as base64", "No other items are allowed.", "separated by | (pipeDelimited)",
            "names that match ^Xprefix", "The property Xkind determines which one.", "always Xconstant",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func linkToAScalarComponentStatesItsType() throws {
        let document = try Documents.read(
            yaml: """
                openapi: 3.1.0
                info: {title: Boats, version: "1"}
                components:
                  schemas:
                    Status: {type: string, enum: [afloat, sunk]}
                    Alias: {$ref: '#/components/schemas/Status'}
                    Level: {type: integer, format: int32}
                    Owner: {type: object}
                    Boat:
                      type: object
                      properties:
                        status: {$ref: '#/components/schemas/Status'}
                        alias: {$ref: '#/components/schemas/Alias'}
                        levels: {type: array, items: {$ref: '#/components/schemas/Level'}}
                        owner: {$ref: '#/components/schemas/Owner'}
                """)
        let text = try text("schemas/Boat.html", document).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for part in [
            "status Status string (enum)", "alias Alias string (enum)", "levels array of Level integer <int32>",
            "owner Owner Example",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
    }

    @Test func responsesHaveTheColourOfTheirKind() throws {
        let document = try Documents.read(
            yaml: """
                openapi: 3.1.0
                info: {title: Boats, version: "1"}
                paths:
                  /boats:
                    get:
                      tags: [boats]
                      responses:
                        "200": {description: a, content: {application/json: {example: 1}}}
                        "404": {description: b, content: {application/json: {example: 2}}}
                        default: {description: c, content: {application/json: {example: 3}}}
                """)
        let page = try #require(ReferenceSite(document).files.first { $0.path == "tags/boats.html" })
        let labels = Markup(page.contents).tags.filter { $0.name == "label" && !$0.isClosing }
        #expect(labels.compactMap { $0.attributes["class"] } == ["good", "bad"])
        #expect(labels.count == 7 + 3)
    }

    @Test func operationIsUnderEachOfItsTags() throws {
        let site = ReferenceSite(try Documents.read(Self.fixture))
        let page = try #require(site.files.first { $0.path == "tags/Xharbours.html" })
        #expect(Markup(page.contents).values(of: "href").contains("../tags/Xboats.html#GET/boats/%7BXboat%7D"))
    }

    @Test func headingOfADescriptionIsOnItsPageOnce() throws {
        let document = try Documents.read(
            yaml: """
                openapi: 3.1.0
                info: {title: Nodes, version: '1', description: "# Intro\\n\\n## Once only"}
                tags: [{name: test, description: '## Of the tag'}, {name: Test}]
                paths:
                  /nodes:
                    get: {tags: [test], description: '### Of the operation', responses: {}}
                    put: {tags: [Test], responses: {}}
                """)
        let files = ReferenceSite(document).files
        for heading in ["Once only", "Of the tag", "Of the operation"] {
            let count = files.filter { $0.path.hasSuffix(".html") }.reduce(0) { count, file in
                count + String(decoding: file.contents, as: UTF8.self).components(separatedBy: ">\(heading)</h").count
                    - 1
            }
            #expect(count == 1, "\(heading)")
        }
        // Two tags that differ only in case have different files, even on a case-insensitive disk.
        #expect(files.contains { $0.path == "tags/test.html" } && files.contains { $0.path == "tags/Test-2.html" })
    }

    @Test func componentThatContainsItselfIsALink() throws {
        let document = try Documents.read(
            yaml: """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}, other: {$ref: '#/components/schemas/Other'}}}
                    Other: {allOf: [{$ref: '#/components/schemas/Node'}, {$ref: '#/components/schemas/Other'}]}
                """)
        let page = try #require(ReferenceSite(document).files.first { $0.path == "schemas/Node.html" })
        #expect(
            Markup(page.contents).values(of: "href").contains("Node.html")
                || String(decoding: page.contents, as: UTF8.self).contains(">Node</a>"))
        #expect(page.contents.count < 20_000)
    }
}
