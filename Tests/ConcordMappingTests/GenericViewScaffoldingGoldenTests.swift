import ConcordMapping
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// Each folder in `GenericViews/` contains a document and its Swift code with generic views that derive the same
/// operations.
struct GenericViewScaffoldingGoldenTests {
    @Test(arguments: try Fixtures.names(in: "GenericViews"))
    func genericViewsSayTheSame(_ name: String) throws {
        let folder = Fixtures.folder("GenericViews/\(name)")
        let yaml = try String(contentsOf: folder.appending(path: "openapi.yaml"), encoding: .utf8)
        let document = Document(try Node(yaml: yaml))

        var style = ScaffoldStyle()
        style.usesGenericViews = true
        let swift = SwiftText.scaffold(document, style: style)
        try Golden.expect(swift, toBe: folder.appending(path: "API.swift.txt"))

        let (back, diagnostics) = SwiftText.generate(swift)
        #expect(diagnostics.map(\.line) == [])
        let difference = DocumentDifference(from: document, to: try #require(back))
        #expect(difference.findings.map(\.description) == [])
    }
}
