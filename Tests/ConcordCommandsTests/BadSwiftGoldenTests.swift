import ConcordCommands
import ConcordGoldens
import Foundation
import Testing

/// Each `.swift.txt` in `BadSwift/` is rejected with the diagnostics in the `.diagnostics.txt` beside it, and no
/// document is written. (With the extension `.swift`, the files would be compiled with the tests.)
struct BadSwiftGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "BadSwift").path

    private static var names: [String] {
        get throws { try fixtureNames(in: folder, endingWith: ".swift.txt", golden: ".diagnostics.txt") }
    }

    @Test(arguments: try names)
    func isRefused(name: String) throws {
        let output = try TemporaryFolder()
        let source = "\(Self.folder)/\(name).swift.txt"
        let outcome = GenerateSchema(sources: [source], file: output.path + "/openapi.yaml").run()
        #expect(outcome.status == .unusable)
        #expect(output.files.isEmpty)
        let report = outcome.report(as: .text).replacing(Self.folder + "/", with: "")
        try Golden.expect(report, toBe: "\(Self.folder)/\(name).diagnostics.txt")
    }

    @Test func isRefusedWhereThereIsNoSwift() throws {
        let folder = try TemporaryFolder()
        #expect(GenerateSchema(sources: [folder.path]).run().diagnostics.map(\.code) == ["no-sources"])
        let missing = GenerateSchema(sources: [folder.path + "/missing"]).run()
        #expect(missing.diagnostics.map(\.code) == ["no-such-file"])
        #expect(missing.status == .unusable)
    }
}
