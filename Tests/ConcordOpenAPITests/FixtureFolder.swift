import ConcordDiagnostics
import ConcordOpenAPI
import Foundation
import Testing

/// The files beside these tests.
enum FixtureFolder {
    static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        .path

    /// The documents and folders in a folder, by their full paths.
    static func contents(_ folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
        return names.filter { !$0.hasSuffix(".txt") }.sorted().map { "\(path)/\(folder)/\($0)" }
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    /// Compares with a file that a person can read; with `CONCORD_BLESS` in the environment writes it instead.
    static func expect(_ text: String, equals path: String, _ location: SourceLocation = #_sourceLocation) throws {
        if ProcessInfo.processInfo.environment["CONCORD_BLESS"] != nil {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }
        #expect(text == (try? Self.text(path)), "\(path)", sourceLocation: location)
    }

    /// Diagnostics as the tool prints them, with paths that don't depend on where the tests lie.
    static func text(_ diagnostics: [Diagnostic]) -> String {
        DiagnosticFormat.text.write(diagnostics, showingCodes: true) { try? text($0) }.replacingOccurrences(
            of: path + "/", with: "")
    }
}
