import ConcordMapping
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// Each folder in `Resources/` contains a document and its Swift code with models for equal schemas.
struct ModelScaffoldingGoldenTests {
    @Test(arguments: try Fixtures.names(in: "Resources"))
    func modelsSayTheSame(_ name: String) throws {
        let folder = Fixtures.folder("Resources/\(name)")
        let yaml = try String(contentsOf: folder.appending(path: "openapi.yaml"), encoding: .utf8)
        let document = Document(try Node(yaml: yaml))

        let swift = SwiftText.scaffold(document)
        try Golden.expect(swift, toBe: folder.appending(path: "API.swift.txt"))

        let (back, diagnostics) = SwiftText.generate(swift)
        #expect(diagnostics.map(\.line) == [])
        let difference = DocumentDifference(from: document, to: try #require(back))
        #expect(difference.findings.map(\.description) == [])
    }
}
