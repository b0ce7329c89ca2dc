import ConcordGoldens
import ConcordMapping
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// The round-trip law: a document that is converted to Swift code and back keeps its meaning.
///
/// The law is tested with `specs/`, and with the folder that the environment variable `CONCORD_CORPUS` names.
@Suite struct LawTests {
    @Test(arguments: try Corpus.documents, [false, true])
    func documentComesBackFromSwift(_ file: URL, usesGenericViews: Bool) throws {
        let bytes = [UInt8](try Data(contentsOf: file))
        let document = Document(try #require(NodeReader(file: file.lastPathComponent).read(bytes).node))
        var style = ScaffoldStyle()
        style.usesGenericViews = usesGenericViews
        let (back, diagnostics) = SwiftText.generate(SwiftText.scaffold(document, style: style))
        #expect(diagnostics.map(\.line) == [])
        let difference = DocumentDifference(from: document, to: try #require(back))
        #expect(
            difference.isEmpty,
            """
            \(file.path()): \(difference.nodeCount(.lost)) nodes lost, \(difference.nodeCount(.added)) added, \
            \(difference.nodeCount(.changed)) changed
            \(difference.findings.prefix(20).map(\.description).joined(separator: "\n"))
            """)
        // A document with models is the same one, so comparing it once is enough.
        guard !usesGenericViews else { return }
        let changes = DocumentChanges(from: document, to: try #require(back)).changes
        #expect(changes.prefix(3).map(\.message) == [])
    }
}

/// The available documents with OpenAPI 3.
private enum Corpus {
    static var documents: [URL] {
        get throws { try corpusDocuments().filter(isThree) }
    }

    private static func isThree(_ file: URL) -> Bool {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return false }
        return text.prefix(100_000).contains("openapi")
            && !text.prefix(2_000).split(separator: "\n").contains {
                $0.hasPrefix("swagger:") || $0.contains("\"swagger\":")
            }
    }
}
