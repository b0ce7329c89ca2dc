import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// Two versions of a document for each group of rules, with the report.
@Suite struct DocumentChangesGoldenTests {
    private func changes(_ folder: String) throws -> DocumentChanges {
        let old = Document.read(path: folder + "/old.yaml")
        let new = Document.read(path: folder + "/new.yaml")
        #expect(FixtureFolder.text(old.diagnostics + new.diagnostics).isEmpty)
        return DocumentChanges(
            from: try #require(old.document), to: try #require(new.document), today: "2026-06-01")
    }

    private func text(_ changes: DocumentChanges, as format: ChangeFormat) -> String {
        changes.report(as: format).replacingOccurrences(of: FixtureFolder.path + "/", with: "")
    }

    @Test(arguments: try FixtureFolder.contents("Changes")) func `are classed and told`(folder: String) throws {
        try FixtureFolder.expect(text(try changes(folder), as: .text), equals: folder + "/changes.txt")
    }

    @Test(arguments: [ChangeFormat.markdown, .json, .github]) func `in every format`(format: ChangeFormat) throws {
        let folder = FixtureFolder.path + "/Changes/reach"
        try FixtureFolder.expect(text(try changes(folder), as: format), equals: folder + "/changes.\(format).txt")
    }

    @Test func `every rule is shown`() throws {
        let met = try FixtureFolder.contents("Changes").flatMap { try changes($0).changes.map(\.rule) }
        #expect(Set(ChangeRule.allCases).subtracting(met).map(\.rawValue).sorted() == [])
    }

    @Test(arguments: try CorpusTests.documents) func `a document is what it is`(path: String) throws {
        let document = try #require(Document.read(path: path).document)
        #expect(DocumentChanges(from: document, to: document).changes.map(\.message) == [])
    }
}
