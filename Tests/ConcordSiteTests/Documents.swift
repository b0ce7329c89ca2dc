import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// The documents of the tests: their own, and one of the repository.
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
}
