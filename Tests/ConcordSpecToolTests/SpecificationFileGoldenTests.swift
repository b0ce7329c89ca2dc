import ConcordGoldens
import ConcordOpenAPI
import Foundation
import Testing

@testable import ConcordSpecTool

/// Each document in `Fixtures/` results in the Swift code beside it. The package in `Examples/` builds and serves such
/// code.
struct SpecificationFileGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path

    @Test(arguments: try fixtureNames(in: folder, endingWith: ".yaml", golden: ".swift.txt"))
    func becomesSerializersProtocolsAndRoutes(name: String) throws {
        let document = try #require(Document.read(path: "\(Self.folder)/\(name).yaml").document)
        let file = SpecificationFile(document)
        #expect(file.diagnostics.isEmpty)
        // The document itself is at the end.
        let text = try #require(file.text.components(separatedBy: "\nprivate let _embeddedDocument").first)
        let difference = try GoldenFile("\(Self.folder)/\(name).swift.txt").difference(from: text)
        #expect(difference == nil)
    }
}
