import ConcordDiagnostics
import ConcordOpenAPI
import Foundation
import Testing

/// The law of conversions: a document that is converted to a later version and back keeps its meaning, unless something
/// was omitted.
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

    /// The rules for fields, which differ between versions.
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

    /// The conversion omits what a version can't express and reports it. These rules report the consequences.
    private static let consequencesOfLeavingOut: Set<String> = ["optional-discriminator", "unused-component"]

    @Test(arguments: try CorpusTests.documents, [OpenAPIVersion.v3_0, .v3_1, .v3_2])
    func `a converted document has no finding of its own`(path: String, version: OpenAPIVersion) throws {
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        guard size < 400_000 else { return }
        let document = try #require(Document.readWhole(path: path).document)
        let before = Set(document.validate().map(\.code))
        let conversion = document.converted(to: version)
        let again = try #require(Document.read(Array(conversion.document.write(as: .yaml).utf8)).document)
        let accepted = conversion.diagnostics.isEmpty ? [] : Self.consequencesOfLeavingOut
        #expect(Set(again.validate().map(\.code)).subtracting(before).subtracting(accepted) == [])
    }
}
