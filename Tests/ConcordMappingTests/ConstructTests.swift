import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// Each construct of the vocabulary, as a document and the equivalent Swift code.
@Suite struct ConstructTests {
    @Test(arguments: try Fixtures.names(in: "Fixtures"))
    func documentAndSwiftSayTheSame(_ construct: String) throws {
        let folder = Fixtures.folder("Fixtures/\(construct)")
        let yaml = try String(contentsOf: folder.appending(path: "openapi.yaml"), encoding: .utf8)
        let document = Document(try Node(yaml: yaml))

        let swift = SwiftText.scaffold(document)
        try Golden.expect(swift, toBe: folder.appending(path: "API.swift.txt"))

        let (back, diagnostics) = SwiftText.generate(swift)
        #expect(diagnostics.map(\.line) == [])
        let difference = DocumentDifference(from: document, to: try #require(back))
        #expect(difference.findings.map(\.description) == [])
        if difference.isEmpty {
            try Golden.expect(try #require(back).write(as: .yaml), toBe: folder.appending(path: "openapi.yaml"))
        }
    }
}
