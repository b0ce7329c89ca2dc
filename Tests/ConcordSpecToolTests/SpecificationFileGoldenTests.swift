import ConcordGoldens
import ConcordOpenAPI
import Foundation
import Testing

@testable import ConcordSpecTool

/// What each document of `Fixtures/` becomes is the Swift beside it; that such Swift builds and serves, the package under
/// `Examples/` shows.
struct SpecificationFileGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path

    @Test(arguments: try fixtureNames(in: folder, endingWith: ".yaml", golden: ".swift.txt"))
    func becomesSerializersProtocolsAndRoutes(name: String) throws {
        let document = try #require(Document.read(path: "\(Self.folder)/\(name).yaml").document)
        let file = SpecificationFile(document)
        #expect(file.diagnostics.isEmpty)
        // The document itself stands at the end.
        let text = try #require(file.text.components(separatedBy: "\nprivate let _embeddedDocument").first)
        let difference = try GoldenFile("\(Self.folder)/\(name).swift.txt").difference(from: text)
        #expect(difference == nil)
    }
}
