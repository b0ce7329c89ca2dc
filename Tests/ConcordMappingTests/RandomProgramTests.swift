import ConcordInsertions
import ConcordMapping
import ConcordOpenAPI
import Foundation
import Testing

/// The law of both directions over random Swift: its document becomes Swift that states the same document.
@Suite struct RandomProgramTests {
    private static let seeds: Range<UInt64> = 0..<300
    /// How many programs, and how many of the scaffolds of their documents, are kept to be compiled.
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
            // What no operation uses is part of many programs.
            #expect(findings.filter { $0.code != "unused-component" }.map(\.line) == [], "program \(seed)")
            let scaffold = SwiftText.scaffold(written)
            let (back, diagnostics) = SwiftText.generate(scaffold)
            #expect(diagnostics.map(\.line) == [], "program \(seed)")
            let difference = DocumentDifference(from: written, to: try #require(back))
            #expect(difference.findings.map(\.description) == [], "program \(seed)")
            try keep(program, scaffold, seed)
        }
    }

    /// Leaves a program for `Scripts/compile-shown`, and what its document becomes, if a folder is named for them.
    private func keep(_ program: String, _ scaffold: String, _ seed: UInt64) throws {
        guard Self.compiled.contains(seed), let folder = ProcessInfo.processInfo.environment["CONCORD_PROGRAMS"] else {
            return
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try program.write(toFile: "\(folder)/program-\(seed).swift", atomically: true, encoding: .utf8)
        try scaffold.write(toFile: "\(folder)/scaffold-\(seed).swift", atomically: true, encoding: .utf8)
    }
}
