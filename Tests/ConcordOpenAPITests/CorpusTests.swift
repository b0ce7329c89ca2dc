import ConcordGoldens
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// Real documents: those in `specs/`, and all in the folder that `CONCORD_CORPUS` names.
@Suite struct CorpusTests {
    static var documents: [String] {
        get throws { try corpusDocuments().map(\.path) }
    }

    @Test(arguments: try documents) func `is read, bundled and written without loss`(path: String) throws {
        let reading = Document.read(path: path)
        let document = try #require(reading.document)
        #expect(try Node(yaml: document.write(as: .yaml)) == document.node)
        #expect(try Node(json: document.write(as: .json)).isEquivalent(to: document.node))
        #expect(document.ordered.node.isEquivalent(to: document.node))
        let bundled = try #require(document.bundled().document)
        if document.links.files.isEmpty { #expect(bundled == document) }
        let codes = Document.read(Array(bundled.write(as: .json).utf8)).diagnostics.map(\.code)
        #expect(
            codes.filter { $0 != "no-folder" }.sorted()
                == reading.diagnostics.map(\.code).filter { $0 != "no-such-file" }.sorted())
    }
}
