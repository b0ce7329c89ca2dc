import ConcordDiagnostics
import ConcordGoldens
import ConcordOpenAPI
import Foundation
import Testing

/// The files beside these tests.
enum FixtureFolder {
    static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        .path

    /// The documents and folders in a folder, by their full paths.
    static func contents(_ folder: String) throws -> [String] {
        try fixtureNames(in: path + "/" + folder).filter { !$0.hasSuffix(".txt") }.map { "\(path)/\(folder)/\($0)" }
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    /// Compares a result with a file that a person can read.
    static func expect(_ text: String, equals path: String, _ location: SourceLocation = #_sourceLocation) throws {
        let difference = try GoldenFile(path).difference(from: text)
        #expect(difference == nil, sourceLocation: location)
    }

    /// Diagnostics as the tool prints them, with paths that don't depend on where the tests lie.
    static func text(_ diagnostics: [Diagnostic]) -> String {
        DiagnosticFormat.text.write(diagnostics, showingCodes: true) { try? text($0) }.replacingOccurrences(
            of: path + "/", with: "")
    }
}
