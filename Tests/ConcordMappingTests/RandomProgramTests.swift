import ConcordInsertions
import ConcordMapping
import ConcordOpenAPI
import Foundation
import Testing

/// The round-trip law for random Swift code: its document becomes Swift code that results in the same document.
@Suite struct RandomProgramTests {
    private static let seeds: Range<UInt64> = 0..<300
    /// The number of programs, and of scaffolds of their documents, that are kept to be compiled.
    private static let compiled: Range<UInt64> = 0..<40

    @Test(arguments: Array(stride(from: seeds.lowerBound, to: seeds.upperBound, by: 50)))
    func documentComesBackFromSwift(first: UInt64) throws {
        for seed in first..<first + 50 {
            let program = RandomProgram.swift(seed: seed)
            let (document, problems) = SwiftText.generate(program)
            #expect(problems.map(\.line) == [], "program \(seed)")
            let written = try #require(document)
            let reading = Document.read(Array(written.write(as: .yaml).utf8))
            let findings = reading.diagnostics + (reading.document?.validate() ?? [])
            // Many programs contain types that no operation uses.
            #expect(findings.filter { $0.code != "unused-component" }.map(\.line) == [], "program \(seed)")
            let scaffold = SwiftText.scaffold(written)
            let (back, diagnostics) = SwiftText.generate(scaffold)
            #expect(diagnostics.map(\.line) == [], "program \(seed)")
            let difference = DocumentDifference(from: written, to: try #require(back))
            #expect(difference.findings.map(\.description) == [], "program \(seed)")
            try keep(program, scaffold, seed)
        }
    }

    /// Writes a program and the scaffold of its document for `Scripts/compile-shown`, if a folder for them is
    /// specified.
    private func keep(_ program: String, _ scaffold: String, _ seed: UInt64) throws {
        guard Self.compiled.contains(seed), let folder = ProcessInfo.processInfo.environment["CONCORD_PROGRAMS"] else {
            return
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try program.write(toFile: "\(folder)/program-\(seed).swift", atomically: true, encoding: .utf8)
        try scaffold.write(toFile: "\(folder)/scaffold-\(seed).swift", atomically: true, encoding: .utf8)
    }
}
