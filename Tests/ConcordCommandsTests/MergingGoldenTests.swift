import ConcordCommands
import ConcordGoldens
import Foundation
import Testing

/// Each folder in `Merging/` is a scenario: the scaffolded document (`before.yaml`), the edited Swift code (`code/`),
/// the current document (`after.yaml`), the expected result of the merge (`merged/`, with the files that differ from
/// those in `code/`), and the expected diagnostics (`report.txt`).
struct MergingGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Merging").path

    private static var names: [String] {
        get throws { try fixtureNames(in: folder) }
    }

    @Test(arguments: try names)
    func mergesAsExpected(name: String) throws {
        let scenario = Self.folder + "/" + name
        let work = try Self.workedOn(scenario)
        let outcome = Self.merge(scenario, into: work)
        try Golden.expect(
            outcome.report(as: .text).replacing(work.path + "/", with: "").replacing(scenario + "/", with: ""),
            toBe: scenario + "/report.txt")
        #expect(outcome.status == (outcome.diagnostics.isEmpty ? .fine : .found))

        let code = Self.swift(in: scenario + "/code")
        for file in work.files where file.hasSuffix(".swift") {
            let text = try #require(work.text(of: file))
            if code[file] != text { try Golden.expect(text, toBe: scenario + "/merged/\(file).txt") }
        }
        for file in Self.swift(in: scenario + "/merged").keys {
            #expect(work.text(of: file) != code[file], "\(file) is not merged")
        }
    }

    @Test(arguments: try names)
    func changesNothingTheSecondTime(name: String) throws {
        let scenario = Self.folder + "/" + name
        let work = try Self.workedOn(scenario)
        _ = Self.merge(scenario, into: work)
        let once = work.files.map { work.text(of: $0) }
        let outcome = Scaffold(
            document: scenario + "/after.yaml", output: work.path, existingFiles: .merged
        ).run()
        #expect(outcome.status == .fine)
        #expect(outcome.diagnostics.isEmpty)
        #expect(work.files.map { work.text(of: $0) } == once)
    }

    /// Returns a scaffold of the scenario's first document with the edited Swift code.
    private static func workedOn(_ scenario: String) throws -> TemporaryFolder {
        let work = try TemporaryFolder()
        let outcome = Scaffold(document: scenario + "/before.yaml", output: work.path).run()
        try #require(outcome.status == .fine)
        if FileManager.default.fileExists(atPath: scenario + "/no-record") {
            try FileManager.default.removeItem(atPath: work.path + "/.concord")
        }
        for file in work.files where file.hasSuffix(".swift") {
            try FileManager.default.removeItem(atPath: work.path + "/" + file)
        }
        for (file, text) in swift(in: scenario + "/code") { try work.write(text, to: file) }
        return work
    }

    private static func merge(_ scenario: String, into work: TemporaryFolder) -> Outcome {
        Scaffold(document: scenario + "/after.yaml", output: work.path, existingFiles: .merged).run()
    }

    /// Returns the Swift files in a folder of a scenario, keyed by path without `.txt`.
    private static func swift(in folder: String) -> [String: String] {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".swift.txt") }.reduce(into: [:]) { texts, file in
            let text = FileManager.default.contents(atPath: folder + "/" + file)
            texts[String(file.dropLast(4))] = text.map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
