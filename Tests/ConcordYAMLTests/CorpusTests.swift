import ConcordYAML
import Foundation
import Testing

/// The round-trip law for real files: those in `specs/`, and all in the folder that `CONCORD_CORPUS` names.
@Suite struct CorpusTests {
    static let files: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../specs")
            .path
        let folders = [root, ProcessInfo.processInfo.environment["CONCORD_CORPUS"]].compactMap(\.self)
        return folders.flatMap { folder in
            let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted().map { folder + "/" + $0 }
        }
    }()

    @Test(arguments: files) func `comes back node for node`(path: String) throws {
        let reading = NodeReader(file: path).read(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
        let node = try #require(reading.node)
        #expect(reading.diagnostics.isEmpty)
        #expect(try Node(yaml: node.yaml) == node)
        let json = try Node(json: node.json)
        #expect(json.isEquivalent(to: node))
        #expect(try Node(yaml: json.yaml) == json)
    }
}
