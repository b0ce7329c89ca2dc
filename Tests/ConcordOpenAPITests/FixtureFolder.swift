import ConcordDiagnostics
import ConcordGoldens
import ConcordOpenAPI
import Foundation
import Testing

/// The fixtures of these tests.
enum FixtureFolder {
    static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        .path

    /// Returns the full paths of the documents and folders in a folder.
    static func contents(_ folder: String) throws -> [String] {
        try fixtureNames(in: path + "/" + folder).filter { !$0.hasSuffix(".txt") }.map { "\(path)/\(folder)/\($0)" }
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    /// Compares a result with a readable file.
    static func expect(_ text: String, equals path: String, _ location: SourceLocation = #_sourceLocation) throws {
        let difference = try GoldenFile(path).difference(from: text)
        #expect(difference == nil, sourceLocation: location)
    }

    /// Returns diagnostics as the tool prints them, with paths that don't depend on the location of the tests.
    static func text(_ diagnostics: [Diagnostic]) -> String {
        DiagnosticFormat.text.write(diagnostics, showingCodes: true) { try? text($0) }.replacingOccurrences(
            of: path + "/", with: "")
    }
}
