import ConcordDiagnostics
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// A document in another form doesn't differ from the original.
@Suite struct DocumentChangesLawTests {
    @Test(arguments: try CorpusTests.documents) func `a document is its bundle`(path: String) throws {
        guard let document = Document.read(path: path).document, let bundled = Document.readWhole(path: path).document
        else { return }
        #expect(DocumentChanges(from: document, to: bundled).changes.map(\.message).prefix(3) == [])
    }

    /// A document that was generated from code wasn't read from text.
    @Test(arguments: try CorpusTests.documents) func `a document is itself without positions`(path: String) throws {
        // References to other files are unknown in both.
        guard let document = (Document.read(path: path).document.map { Document($0.node) }) else { return }
        let bare = Document(document.node.withoutPositions)
        #expect(DocumentChanges(from: document, to: bare).changes.map(\.message).prefix(3) == [])
        #expect(DocumentChanges(from: bare, to: document).changes.map(\.message).prefix(3) == [])
    }

    /// The conversion reports what the version can't express. Everything else stays the same for clients.
    @Test(arguments: try CorpusTests.documents, [OpenAPIVersion.v3_0, .v3_1, .v3_2])
    func `a document is its conversion, unless that says otherwise`(path: String, version: OpenAPIVersion) throws {
        guard let document = Document.read(path: path).document else { return }
        let conversion = document.converted(to: version)
        guard conversion.diagnostics.isEmpty else { return }
        let changes = DocumentChanges(from: document, to: conversion.document).changes
        #expect(changes.filter { $0.effect != .cosmetic }.map(\.message).prefix(3) == [])
    }
}

extension Node {
    fileprivate var withoutPositions: Node {
        switch value {
        case .mapping(var mapping):
            for index in mapping.entries.indices {
                mapping.entries[index].value = mapping.entries[index].value.withoutPositions
            }
            return Node(.mapping(mapping))
        case .sequence(let nodes): return Node(.sequence(nodes.map(\.withoutPositions)))
        default: return Node(value)
        }
    }
}
