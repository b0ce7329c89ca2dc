import ConcordCommands
import ConcordGoldens
import ConcordYAML
import Foundation
import Testing

/// Compares apps in Swift with the same apps in Django, and the documents of Concord with those of drf-spectacular.
///
/// A folder in `DRFParity/` has `Case.swift` with the document in `expected.yaml` (or with the diagnostics in
/// `expected.diagnostics.txt`), `drf.py` with `drf-spectacular.yaml` and `drf-spectacular.txt` (which
/// `Scripts/drf-parity` writes), and `DIFFERENCES.md` with the intended differences between the two documents.
struct DRFParityGoldenTests {
    @Test(arguments: try ParityCase.all)
    func documentIsAsExpected(_ parity: ParityCase) throws {
        let outcome = parity.generate()
        let isRefused = FileManager.default.fileExists(atPath: parity.path("expected.diagnostics.txt"))
        #expect(outcome.status == (isRefused ? .unusable : .fine))
        if isRefused {
            let report = outcome.report(as: .text).replacing(parity.path(""), with: "")
            try Golden.expect(report, toBe: parity.path("expected.diagnostics.txt"))
        } else {
            #expect(outcome.report(as: .text) == "")
            try Golden.expect(String(decoding: outcome.output, as: UTF8.self), toBe: parity.path("expected.yaml"))
        }
    }

    /// Each difference is explained, and each explanation belongs to a difference.
    @Test(arguments: try ParityCase.all)
    func differsFromDRFSpectacularWhereItSaysSo(_ parity: ParityCase) throws {
        let explained = ExplainedDifferences(file: parity.path("DIFFERENCES.md"))
        #expect(explained.unexplained == [])
        guard let ours = try parity.facts(of: "expected.yaml") else { return }
        let theirs = try #require(try parity.facts(of: "drf-spectacular.yaml"))
        let found = FactDifferences(ours: ours, theirs: theirs)
        #expect(found.lines.filter { !explained.lines.contains($0) } == [], "not explained")
        #expect(explained.lines.filter { !found.lines.contains($0) } == [], "explained, but no difference")
    }
}

/// An app, written for Concord and for Django REST framework.
struct ParityCase: CustomTestStringConvertible {
    var name: String

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "DRFParity").path

    static var all: [ParityCase] {
        get throws { try fixtureNames(in: folder).map(ParityCase.init) }
    }

    var testDescription: String { name }

    func path(_ file: String) -> String { "\(Self.folder)/\(name)/\(file)" }

    func generate() -> Outcome { GenerateSchema(sources: [path("Case.swift")]).run() }

    /// Returns the facts of the document in a file, or `nil` if the case doesn't have the file.
    func facts(of file: String) throws -> DocumentFacts? {
        guard let text = try? String(contentsOfFile: path(file), encoding: .utf8) else { return nil }
        return DocumentFacts(of: try Node(yaml: text))
    }
}
