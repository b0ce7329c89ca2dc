import ConcordCommands
import ConcordDiagnostics
import ConcordGoldens
import Foundation
import Testing

/// Each folder in `Faulty/` contains a document with errors, the diagnostics (`diagnostics.txt`), and the Swift code
/// for the valid parts.
struct FaultyDocumentGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Faulty").path

    private static var names: [String] {
        get throws { try fixtureNames(in: folder) }
    }

    @Test(arguments: try names)
    func givesWhatIsSound(name: String) throws {
        let expected = Self.folder + "/" + name
        let output = try TemporaryFolder()
        let outcome = Scaffold(document: expected + "/openapi.yaml", output: output.path).run()
        #expect(outcome.status == (outcome.diagnostics.containsError ? .found : .fine))
        try Golden.expect(
            outcome.report(as: .text).replacing(expected + "/", with: ""), toBe: expected + "/diagnostics.txt")
        for file in output.files where file.hasSuffix(".swift") {
            try Golden.expect(try #require(output.text(of: file)), toBe: "\(expected)/\(file).txt")
        }
    }

    /// The code preserves the invalid parts, so that the document round-trips completely.
    @Test(arguments: try names)
    func losesNothing(name: String) throws {
        let document = "\(Self.folder)/\(name)/openapi.yaml"
        let output = try TemporaryFolder()
        _ = Scaffold(document: document, output: output.path).run()
        let check = Check(code: GenerateSchema(sources: [output.path]), document: document).run()
        #expect(check.diagnostics.filter { $0.code == "out-of-date" }.map(\.message) == [])
        #expect(check.status == (check.diagnostics.containsError ? .found : .fine))
    }
}
