import ConcordGoldens
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// The documents that the tests look at: what they write themselves, the repository's own, and those of the corpus.
enum Documents {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func read(_ url: URL) throws -> Document {
        let reading = NodeReader(file: url.lastPathComponent).read(Array(try Data(contentsOf: url)))
        return Document(try #require(reading.node))
    }

    static func read(yaml: String) throws -> Document {
        Document(try Node(yaml: yaml))
    }

    static var petstore: Document {
        get throws { try read(root.appending(path: "specs/petstore/openapi.yaml")) }
    }

    /// `specs/`, and the folder that `CONCORD_CORPUS` names.
    static var all: [URL] {
        get throws {
            let folders = [root.appending(path: "specs"), corpus].compactMap { $0 }
            return try folders.flatMap { folder in
                try fixtureNames(in: folder.path).flatMap { name in
                    ["openapi.yaml", "openapi.json"].map { folder.appending(path: name).appending(path: $0) }
                }
            }.filter { FileManager.default.fileExists(atPath: $0.path) }
        }
    }

    private static var corpus: URL? {
        ProcessInfo.processInfo.environment["CONCORD_CORPUS"].map { URL(filePath: $0) }
    }
}
