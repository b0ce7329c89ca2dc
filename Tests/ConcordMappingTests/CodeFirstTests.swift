import ConcordOpenAPI
import Foundation
import Testing

/// Models, model serializers, and generic views as a person writes them, with their documents.
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

    @Test(arguments: try Fixtures.names(in: "CodeFirst"), ["3.0", "3.1", "3.2"])
    func documentIsSoundInEveryVersion(_ name: String, _ version: String) throws {
        let file = Fixtures.folder("CodeFirst/\(name)/API.swift.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let document = try #require(SwiftText.generate(text, version: version).document)
        #expect(document.validate().map(\.line) == [])
    }

    @Test(arguments: try Fixtures.names(in: "CodeFirst"), ["3.0", "3.2"])
    func documentMeansTheSameInEveryVersion(_ name: String, _ version: String) throws {
        let file = Fixtures.folder("CodeFirst/\(name)/API.swift.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let documents = try ["3.1", version].map { version in
            let document = try #require(SwiftText.generate(text, version: version).document)
            return try #require(Document.read(Array(document.write(as: .yaml).utf8)).document)
        }
        // 3.0 lacks the summary of an API and the identifier of a license.
        let changes = DocumentChanges(from: documents[0], to: documents[1]).changes.filter {
            version != "3.0" || !$0.message.contains("of the info object")
        }
        #expect(changes.map(\.message) == [])
    }
}
