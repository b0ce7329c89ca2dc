import ConcordFuzzing
import ConcordGoldens
import Foundation
import Testing

/// The initial inputs of the fuzzer, and the inputs for which it found a bug, violate no law.
struct DocumentLawsTests {
    private static let folder =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/Fuzzing/"

    private static func texts(in name: String) throws -> [String] {
        try fixtureNames(in: folder + name).map { "\(name)/\($0)" }
    }

    @Test(arguments: try texts(in: "Seeds") + texts(in: "Findings")) func holdFor(text: String) throws {
        let bytes = try #require(FileManager.default.contents(atPath: Self.folder + text))
        #expect(DocumentLaws.violations(of: [UInt8](bytes)) == [])
    }
}
