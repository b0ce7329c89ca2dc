import ConcordOpenAPI
import ConcordSite
import ConcordYAML
import Testing

/// Inserts text that tries to run scripts, load resources, or escape its context into every place of a document.
struct HostileTextTests {
    private static let texts = [
        "<script>alert(1)</script>",
        "\"><script>alert(1)</script>",
        "'><img src=x onerror=alert(1)>",
        "</style></head><body onload=alert(1)>",
        "[click](javascript:alert(1)) [x](JaVaScRiPt:alert(1)) [y](&#106;avascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>) <javascript:alert(1)> ![i](https://tracker.example/i.png)",
        "[a\"onmouseover=alert(1)](https://example.com/\"onmouseover=\"alert(1))",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "&lt;script&gt; &#60;script&#62;alert(1)&#60;/script&#62;",
        "```html\n</code></pre><script>alert(1)</script>\n```",
        "| a |\n|---|\n| </td><script>alert(1)</script> |",
        "\u{0}<\u{0}script>",
        "--></main><iframe src=https://example.com></iframe>",
        "<b onclick=alert(1)>a</b> </div></main> <i>never closed <code></b> <p style=\"position:fixed\">",
        "*a <b>b* c</b> [<em>x](https://example.com)</em> `<b>` <B/> </B>",
        "<!-- <script> --> <?php alert(1) ?> <!DOCTYPE x> <svg/onload=alert(1)> <a href=javascript:alert(1)>a</a>",
    ]

    private static let elements: Set = [
        "!doctype", "a", "article", "b", "blockquote", "body", "br", "button", "code", "dd", "del", "details", "div",
        "dl", "dt", "em", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "input", "kbd",
        "label", "li", "link", "main", "meta", "nav", "ol", "p", "pre", "script", "section", "small", "span", "strong",
        "style", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
    ]
    private static let attributes: Set = [
        "aria-current", "aria-label", "aria-labelledby", "charset", "checked", "class", "content", "data-action",
        "data-console", "data-document", "data-method", "data-path", "data-root", "data-server", "defer", "for",
        "hidden", "href", "html", "http-equiv", "id", "lang", "name", "open", "property", "rel", "role", "scope", "src",
        "start", "tabindex", "title", "type", "value",
    ]

    @Test(arguments: texts)
    func standsAsText(text: String) throws {
        for keysToo in [false, true] {
            let document = Document(Self.replaced(try Documents.petstore.node, by: text, keysToo: keysToo))
            expectHarmless(document)
        }
        expectHarmless(try everything(text))
    }

    @Test(arguments: [
        String(repeating: "[", count: 50_000), String(repeating: ">", count: 20_000),
        String(repeating: "*a ", count: 50_000), String(repeating: "`", count: 20_001),
        "[a]: /" + String(repeating: "x", count: 50_000) + "\n\n" + String(repeating: "[a]", count: 30_000),
        "|" + String(repeating: "a|", count: 2_000) + "\n|" + String(repeating: "-|", count: 2_000)
            + String(repeating: "\n|b", count: 10_000),
    ])
    func doesNotSwellThePage(text: String) throws {
        let page = ReferencePage(try described(text)).html
        #expect(page.count < 200_000 + 40 * text.utf8.count)
        expectHarmless(page)
    }

    @Test(arguments: [
        ("https://example.com/a?b=c#d", true), ("http://example.com", true), ("mailto:a@example.com", true),
        ("/docs", true), ("docs/page:1", true), ("#schemas/Pet", true), ("?a:b", true), ("//example.com", true),
        ("javascript:alert(1)", false), ("JAVASCRIPT:alert(1)", false), ("vbscript:x", false),
        ("data:text/html,x", false),
        ("file:///etc/passwd", false), ("ftp://example.com", false), ("blob:x", false),
    ])
    func followsNoLinkThatCouldRun(address: String, isAllowed: Bool) throws {
        let page = String(decoding: ReferencePage(try described("[click](\(address))")).html, as: UTF8.self)
        #expect(page.contains(">click</a>") == isAllowed)
    }

    private func expectHarmless(_ document: Document, sourceLocation: SourceLocation = #_sourceLocation) {
        expectHarmless(ReferencePage(document).html, sourceLocation: sourceLocation)
        for file in ReferenceSite(document).files where file.path.hasSuffix(".html") {
            expectHarmless(file.contents, sourceLocation: sourceLocation)
        }
        expectPlainMarkdown(ReferencePage(document).markdown, sourceLocation: sourceLocation)
    }

    /// Outside of code, the only tags are those that this module writes.
    private func expectPlainMarkdown(_ page: [UInt8], sourceLocation: SourceLocation) {
        let marks = MarkdownMarks(String(decoding: page, as: UTF8.self)).text
        let written = /<a id="[^"<>]*"><\/a>|<\/?(sub|sup|kbd)>|<br>|\]\(<[^<>]*>\)/
        #expect(!marks.replacing(written, with: "").contains("<"), sourceLocation: sourceLocation)
        #expect(!marks.lowercased().contains(/\]\(<?(javascript|vbscript|data):/), sourceLocation: sourceLocation)
    }

    private func expectHarmless(_ page: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
        let markup = Markup(page)
        #expect(markup.imbalance == nil, sourceLocation: sourceLocation)
        for tag in markup.tags where !tag.isClosing {
            #expect(Self.elements.contains(tag.name), "<\(tag.name)>", sourceLocation: sourceLocation)
            for key in tag.attributes.keys {
                #expect(Self.attributes.contains(key), "\(key) in <\(tag.name)>", sourceLocation: sourceLocation)
            }
            if tag.name == "script" {
                let source = tag.attributes["src"]
                #expect(
                    source.map { $0.contains("assets/site.") } ?? true, "\(source ?? "")",
                    sourceLocation: sourceLocation)
            }
            if let address = tag.attributes["href"] {
                let scheme = address.lowercased().prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
                let hasScheme = address.dropFirst(scheme.count).first == ":"
                #expect(
                    !hasScheme || ["http", "https", "mailto"].contains(String(scheme)), "\(address)",
                    sourceLocation: sourceLocation)
            }
        }
    }

    private func described(_ text: String) throws -> Document {
        Document(["openapi": "3.1.0", "info": ["title": "T", "version": "1", "description": .string(text)]])
    }

    /// Returns a tree with every string replaced and, if requested, every key that is a name and not a keyword.
    private static func replaced(_ node: Node, by text: String, keysToo: Bool) -> Node {
        switch node.value {
        case .string(let old): ["object", "array", "query", "path"].contains(old) ? node : .string(text)
        case .sequence(let nodes): .sequence(nodes.map { replaced($0, by: text, keysToo: keysToo) })
        case .mapping(let mapping):
            .mapping(
                Mapping(
                    mapping.map { entry in
                        let isName =
                            entry.key.contains { $0.isUppercase || $0 == "/" || $0.isNumber } || entry.key == "name"
                        let key = entry.key.hasPrefix("/") ? "/" + text : text
                        return (keysToo && isName ? key : entry.key, replaced(entry.value, by: text, keysToo: keysToo))
                    }))
        default: node
        }
    }

    /// Returns a document with the parts that the Petstore doesn't have.
    private func everything(_ text: String) throws -> Document {
        let name = Node.string(text)
        let scheme: Node = [
            "type": "oauth2", "description": name,
            "flows": ["implicit": ["authorizationUrl": name, "scopes": .mapping([text: name])]],
        ]
        let property: Node = [
            "type": "string", "pattern": name, "default": name, "enum": [name], "format": name, "title": name,
        ]
        return Document([
            "openapi": name,
            "info": [
                "title": name, "version": name, "summary": name, "termsOfService": name,
                "contact": ["name": name, "url": name, "email": name], "license": ["name": name, "url": name],
            ],
            "externalDocs": ["url": name, "description": name],
            "servers": [
                [
                    "url": name, "name": name,
                    "variables": .mapping([text: ["default": name, "enum": [name], "description": name]]),
                ]
            ],
            "security": [.mapping([text: [name]])],
            "tags": [["name": name, "summary": name, "description": name]],
            "paths": .mapping([
                "/" + text: [
                    "additionalOperations": .mapping([text: ["summary": name, "tags": [name]]]),
                    "post": [
                        "operationId": name, "deprecated": true, "tags": [name],
                        "parameters": [
                            ["in": "header", "name": name, "style": name, "example": name, "schema": property]
                        ],
                        "callbacks": .mapping([text: .mapping([text: ["post": ["description": name]]])]),
                        "responses": .mapping([
                            text: [
                                "description": name, "headers": .mapping([text: ["schema": property]]),
                                "links": .mapping([text: ["operationId": name]]),
                            ]
                        ]),
                    ],
                ]
            ]),
            "components": [
                "securitySchemes": .mapping([
                    text: scheme, "key": ["type": "apiKey", "name": name, "in": name],
                    "http": ["type": "http", "scheme": name, "bearerFormat": name],
                ]),
                "schemas": .mapping([
                    text: [
                        "title": name, "allOf": [["$ref": name], property], "properties": .mapping([text: property]),
                    ]
                ]),
            ],
        ])
    }
}
