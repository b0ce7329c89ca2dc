import ConcordDiagnostics
import ConcordOpenAPI
import Testing

/// The law of conversions: what was raised and lowered again says the same, where nothing was left out on the way.
@Suite struct ConversionLawTests {
    @Test(arguments: try CorpusTests.documents) func `raised and lowered again`(path: String) throws {
        let read = try #require(Document.read(path: path).document)
        let document = read.links.files.isEmpty ? read : try #require(read.bundled().document)
        let raised = document.converted(to: .v3_2)
        let lowered = raised.document.converted(to: document.version)
        var again = lowered.document
        again.versionText = document.versionText
        guard raised.diagnostics.isEmpty, !document.validate().containsError else { return }
        #expect(lowered.diagnostics.map(\.message) == [])
        #expect(DocumentDifference(from: document, to: again).findings.prefix(3).map(\.description) == [])
    }

    /// The rules about fields, which differ from version to version.
    private static let fieldRules: Set<String> = [
        "field-of-another-version", "missing-field", "wrong-kind", "unresolved-reference",
        "misplaced-reference",
    ]

    @Test(arguments: try CorpusTests.documents) func `lowered to 3.0 it is one of 3.0`(path: String) throws {
        let document = try #require(Document.read(path: path).document)
        let lowered = document.converted(to: .v3_0).document
        let before = Set(document.validate().filter { $0.severity == .error }.map(\.code))
        let again = try #require(Document.read(Array(lowered.write(as: .json).utf8)).document)
        let faults = Set(again.validate().filter { $0.severity == .error }.map(\.code)).intersection(Self.fieldRules)
        #expect(faults.subtracting(before) == [])
    }
}
