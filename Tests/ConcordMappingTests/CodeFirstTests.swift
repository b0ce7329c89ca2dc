import ConcordOpenAPI
import Foundation
import Testing

/// Models, serializers of models and generic views as a person writes them, and the document that comes of each.
@Suite struct CodeFirstTests {
    @Test(arguments: try Fixtures.names(in: "CodeFirst"))
    func swiftBecomesItsDocument(_ name: String) throws {
        let folder = Fixtures.folder("CodeFirst/\(name)")
        let text = try String(contentsOf: folder.appending(path: "API.swift.txt"), encoding: .utf8)
        let (document, diagnostics) = SwiftText.generate(text, path: "API.swift")
        #expect(diagnostics.map(\.line) == [])
        try Golden.expect(try #require(document).write(as: .yaml), toBe: folder.appending(path: "openapi.yaml"))
    }

    @Test(arguments: try Fixtures.names(in: "CodeFirst"))
    func documentIsSound(_ name: String) {
        let file = Fixtures.folder("CodeFirst/\(name)/openapi.yaml")
        let reading = Document.read(path: file.path())
        let diagnostics = reading.diagnostics + (reading.document?.validate() ?? [])
        #expect(diagnostics.map(\.line) == [])
    }
}
