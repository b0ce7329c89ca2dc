import ConcordGoldens
import Foundation
import Testing

/// The names that `import Concord` makes available. Names that only expansions use belong to `_Core`.
struct ImportedNamesGoldenTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    private static let sources = tests.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources")

    @Test func areReviewed() throws {
        let modules = [
            "Concord", "ConcordCore", "ConcordDatabase", "ConcordMigrations", "ConcordNames", "ConcordTimes",
        ]
        let names = try modules.flatMap { try Self.names(in: Self.sources.appending(path: $0)) }
        let text = Set(names).sorted().joined(separator: "\n") + "\n"
        let golden = Self.tests.appending(path: "Fixtures/ImportedNames.txt").path
        let difference = try GoldenFile(golden).difference(from: text)
        #expect(difference == nil)
    }

    private static func names(in folder: URL) throws -> [String] {
        let declaration =
            /^(?:@[^ ]+ )*public (?:final |indirect )*(?:struct|enum|class|protocol|actor|typealias|macro) (\w+)/
            .anchorsMatchLineEndings()
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try files.flatMap { file in
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            return text.matches(of: declaration).map { String($0.output.1) }
        }
    }
}
