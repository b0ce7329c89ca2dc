import ConcordCommands
import ConcordDeclarations
import ConcordGoldens
import ConcordInsertions
import ConcordOpenAPI
import ConcordSwiftReader
import ConcordYAML
import Foundation
import Testing

/// A merge gives new declarations unique names and keeps the names of the others.
struct MergedNamesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "MergedNames").path

    private static var names: [String] {
        get throws { try fixtureNames(in: folder, endingWith: ".yaml") }
    }

    /// The second merge starts from a record that would have other names if it were scaffolded again.
    @Test(arguments: try names, UInt64(1)...12)
    func stayInOneMergeAfterAnother(name: String, seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let document = "\(Self.folder)/\(name).yaml"
        try #require(Scaffold(document: document, output: folder.path + "/code").run().status == .fine)
        var root = try #require(Document.read(path: document).document).node
        var names = DeclaredNames(of: try Self.program(in: folder.path + "/code"))
        for round in UInt64(0)..<3 {
            var insertions = RandomInsertions(seed: seed * 100 + round, rarity: 3)
            root = insertions.inserted(into: root)
            let newer = folder.path + "/newer.yaml"
            try folder.write(String(decoding: root.yamlBytes, as: UTF8.self), to: "newer.yaml")
            let outcome = Scaffold(document: newer, output: folder.path + "/code", existingFiles: .merged).run()
            try #require(outcome.report(as: .text) == "", "after \(insertions.inserted)")
            #expect(outcome.status == .fine)
            let now = DeclaredNames(of: try Self.program(in: folder.path + "/code"))
            try #require(names.moved(in: now) == [], "after \(insertions.inserted)")
            let check = Check(code: GenerateSchema(sources: [folder.path + "/code"]), document: newer).run()
            try #require(check.report(as: .text) == "", "after \(insertions.inserted)")
            names = now
        }
    }

    @Test func areTestedWithEveryKindOfInsertion() throws {
        var kinds: Set<Substring> = []
        for name in try Self.names {
            let root = try #require(Document.read(path: "\(Self.folder)/\(name).yaml").document).node
            for seed in UInt64(1)...12 {
                var insertions = RandomInsertions(seed: seed * 100, rarity: 3)
                _ = insertions.inserted(into: root)
                kinds.formUnion(insertions.inserted.map { $0.prefix { $0 != " " } })
            }
        }
        #expect(kinds == ["schema", "property", "value", "parameter", "branch", "operation", "path"])
    }

    private static func program(in folder: String) throws -> Program {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
            .sorted()
        return Program.read(
            try files.map { file in
                let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
                return SwiftReader().read(text, path: file).file
            }
        ).program
    }
}
