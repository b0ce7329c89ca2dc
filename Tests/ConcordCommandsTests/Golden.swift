import Foundation
import Testing

/// Files that hold what is expected, for a person to read; `make generate` writes them anew.
enum Golden {
    private static let isBlessing = ProcessInfo.processInfo.environment["CONCORD_BLESS"] != nil

    static func expect(_ text: String, toBe path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if isBlessing {
            let folder = URL(filePath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            return
        }
        let expected = try #require(
            try? String(contentsOfFile: path, encoding: .utf8), "there is no \(path)", sourceLocation: sourceLocation)
        #expect(text == expected, sourceLocation: sourceLocation)
    }
}
