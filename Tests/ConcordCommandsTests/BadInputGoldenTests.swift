import ConcordCommands
import ConcordDiagnostics
import ConcordGoldens
import Foundation
import Testing

/// Each file in `BadInput/` is rejected with the diagnostics in the `.diagnostics.txt` beside it, and nothing is
/// written.
struct BadInputGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "BadInput").path

    private static var names: [String] {
        get throws {
            try fixtureNames(
                in: folder, endingWith: ".yaml", golden: ".diagnostics.txt", others: ["no-such-file"])
        }
    }

    @Test(arguments: try names)
    func isRefusedByScaffold(name: String) throws {
        let output = try TemporaryFolder()
        let outcome = Scaffold(document: "\(Self.folder)/\(name).yaml", output: output.path + "/new").run()
        #expect(outcome.status == .unusable)
        #expect(output.files.isEmpty)
        try Golden.expect(report(of: outcome), toBe: "\(Self.folder)/\(name).diagnostics.txt")
    }

    @Test(arguments: try names)
    func isFoundByValidate(name: String) throws {
        let path = "\(Self.folder)/\(name).yaml"
        let outcome = Validate(documents: [path]).run()
        #expect(outcome.status != .fine)
        let refusal = Scaffold(document: path, output: try TemporaryFolder().path).run()
        let found = outcome.diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.message) == refusal.diagnostics.map(\.message))
    }

    @Test func isReadToItsEndWhateverCameBefore() {
        let documents = ["empty", "not-yaml"].map { "\(Self.folder)/\($0).yaml" }
        let outcome = Validate(documents: documents).run()
        #expect(Set(outcome.diagnostics.compactMap(\.position?.file)) == Set(documents))
        #expect(outcome.status == .unusable)
    }

    private func report(of outcome: Outcome) -> String {
        outcome.report(as: .text).replacing(Self.folder + "/", with: "")
    }
}
