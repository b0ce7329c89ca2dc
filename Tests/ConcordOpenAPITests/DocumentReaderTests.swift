import ConcordDiagnostics
import ConcordOpenAPI
import ConcordYAML
import Testing

@Suite struct DocumentReaderTests {
    private func complaints(_ text: String) -> [String] {
        Document.read(Array(text.utf8), file: "a.yaml").diagnostics.map {
            "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.code)"
        }
    }

    @Test(
        arguments: [
            ("", ["1:1 empty-file"]),
            ("- a", ["1:1 not-openapi"]),
            ("a: b", ["1:1 not-openapi"]),
            ("swagger: '1.2'", ["1:10 unknown-version"]),
            ("openapi: 4.0.0", ["1:10 unknown-version"]),
            ("openapi: 3.9.0", ["1:10 unknown-version"]),
            ("openapi: 3.0.4\ninfo: {title: a, version: 1.0}", ["2:27 wrong-kind"]),
            ("openapi: 3.0.4\npaths: null", ["2:8 wrong-kind"]),
            (
                "openapi: 3.0.4\npaths: {/a: {get: {tags: a, deprecated: 'true'}}}",
                ["2:26 wrong-kind", "2:41 wrong-kind"]
            ),
            ("openapi: 3.1.0\ncomponents: {schemas: {A: true, B: {items: 1}}}", ["2:44 wrong-kind"]),
            (
                "openapi: 3.1.0\ncomponents: {schemas: {Pet: {$ref: '#/components/schemas/Pte'}}}",
                ["2:36 unresolved-reference"]
            ),
            ("openapi: 3.1.0\npaths: {/a: {$ref: other.yaml}}", ["2:20 no-folder"]),
            ("openapi: 3.1.0\npaths: {/a: {$ref: 'https://example.com/a.yaml'}}", ["2:20 remote-reference"]),
        ])
    func `each problem has its place`(text: String, expected: [String]) {
        #expect(complaints(text) == expected)
    }

    @Test func `a document with a fault in one corner is usable`() throws {
        let text =
            "openapi: 3.0.4\ninfo: {title: 1.0, version: '1'}\npaths: {/a: {get: {tags: [x], deprecated: 'yes'}}}"
        let document = try #require(Document.read(Array(text.utf8)).document)
        #expect(document.info?.title == "1.0")
        #expect(document.paths?.items["/a"]?.get?.tags == ["x"])
        #expect(document.paths?.items["/a"]?.get?.deprecated == nil)
    }

    @Test func `a reference leads to the nearest name`() {
        let text = "openapi: 3.1.0\ncomponents: {schemas: {Pet: {}, A: {$ref: '#/components/schemas/Pte'}}}"
        let diagnostic = Document.read(Array(text.utf8)).diagnostics.first
        #expect(diagnostic?.message == "'Pte' is not declared under components.schemas")
        #expect(diagnostic?.help == "did you mean 'Pet'?")
    }

    @Test func `a version keeps its text`() throws {
        let document = try #require(Document.read(Array("openapi: 3.0.3".utf8)).document)
        #expect(document.version == .v3_0)
        #expect(document.versionText == "3.0.3")
    }
}
