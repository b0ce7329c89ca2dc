import ConcordOpenAPI
import Foundation
import Testing

@testable import ConcordSpecTool

/// What each document of `Fixtures/` becomes is the Swift beside it; that such Swift builds and serves, the package under
/// `Examples/` shows.
struct SpecificationFileGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path

    @Test(arguments: ["Bookshelf", "Tags"])
    func becomesSerializersProtocolsAndRoutes(name: String) throws {
        let document = try #require(Document.read(path: "\(Self.folder)/\(name).yaml").document)
        let file = SpecificationFile(document)
        #expect(file.diagnostics.isEmpty)
        // The document itself stands at the end.
        let text = try #require(file.text.components(separatedBy: "\nprivate let _embeddedDocument").first)
        let path = "\(Self.folder)/\(name).swift.txt"
        if ProcessInfo.processInfo.environment["CONCORD_BLESS"] != nil {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(try text == String(contentsOfFile: path, encoding: .utf8))
    }
}
