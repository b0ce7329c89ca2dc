import ConcordGoldens
import Foundation
import Testing

/// Compares results with files.
enum Golden {
    static func expect(_ text: String, toBe file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let difference = try GoldenFile(file.path).difference(from: text)
        #expect(difference == nil, sourceLocation: sourceLocation)
    }
}

/// The fixtures of the tests.
enum Fixtures {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()

    static func folder(_ path: String) -> URL { tests.appending(path: path) }

    /// Returns the names in a folder, except hidden ones.
    static func names(in path: String, endingWith suffix: String = "", golden: String? = nil) throws -> [String] {
        try fixtureNames(in: folder(path).path, endingWith: suffix, golden: golden)
    }
}
