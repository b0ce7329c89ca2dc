import Foundation

/// A file with an expected result that a person can read. `make generate` writes all of these files again.
package struct GoldenFile {
    private let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Whether results are written to their files instead of being compared with them. The environment variable
    /// `CONCORD_BLESS` enables this.
    package static let isBlessing = ProcessInfo.processInfo.environment["CONCORD_BLESS"] != nil

    /// Compares a result with the file, or writes it there.
    ///
    /// - Returns: The lines that differ, `-` before the file's and `+` before the result's, or `nil` if there are none.
    /// - Throws: An error of Foundation if the file can't be read or written.
    package func difference(from result: String) throws -> String? {
        if Self.isBlessing {
            let folder = URL(filePath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(result.utf8).write(to: URL(filePath: path))
            return nil
        }
        let expected = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        return expected == result ? nil : "\(path)\n" + LineDifference(from: expected, to: result).text
    }
}

/// The lines in which two texts differ.
private struct LineDifference {
    let text: String

    init(from old: String, to new: String) {
        let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
        let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
        let changes = newLines.difference(from: oldLines).map { change in
            switch change {
            case .remove(let line, let text, _): (line, 0, "\(line + 1): - \(text)")
            case .insert(let line, let text, _): (line, 1, "\(line + 1): + \(text)")
            }
        }
        let lines = changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        let rest = lines.count - Self.limit
        text = (lines.prefix(Self.limit) + (rest > 0 ? ["and \(rest) more lines"] : [])).joined(separator: "\n")
    }

    private static let limit = 60
}
