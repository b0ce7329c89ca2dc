import Foundation
import Testing

/// Files that hold what is expected, for a person to read; `make generate` writes them anew.
enum Golden {
    static let isBlessing = ProcessInfo.processInfo.environment["CONCORD_BLESS"] != nil

    static func expect(_ text: String, toBe file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if isBlessing {
            try text.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let expected = try #require(
            try? String(contentsOf: file, encoding: .utf8), "there is no \(file.path())", sourceLocation: sourceLocation
        )
        #expect(text == expected, sourceLocation: sourceLocation)
    }
}

/// The files beside the tests.
enum Fixtures {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()

    static func folder(_ path: String) -> URL { tests.appending(path: path) }

    /// The names in a folder, without those that open with a dot.
    static func names(in path: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder(path).path())) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }
}
