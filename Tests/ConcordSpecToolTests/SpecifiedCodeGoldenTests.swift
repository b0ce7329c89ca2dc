import ConcordGoldens
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

@testable import ConcordSpecTool

/// Each document in `Fixtures/` results in the Swift code beside it. The package in `Examples/` builds and serves such
/// code.
struct SpecifiedCodeGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path

    @Test(arguments: try fixtureNames(in: folder, endingWith: ".yaml", golden: ".swift.txt"))
    func becomesSerializersProtocolsAndRoutes(name: String) throws {
        let document = try #require(Document.read(path: "\(Self.folder)/\(name).yaml").document)
        let code = SpecifiedCode(document)
        #expect(code.diagnostics.isEmpty)
        // The document has a file of its own.
        let difference = try GoldenFile("\(Self.folder)/\(name).swift.txt").difference(from: code.files(2)[0])
        #expect(difference == nil)
    }

    /// The name of a type determines its file, so a change to a schema leaves most files unchanged.
    @Test func aChangedSchemaChangesOneFileOfTypes() throws {
        var document = try #require(Document.read(path: "\(Self.folder)/Parcels.yaml").document)
        let before = SpecifiedCode(document).files(10)
        #expect(before.count == 10)
        document.node["components"]?["schemas"]?["Address"]?["properties"]?["added"] = .mapping([
            "type": .string("string")
        ])
        let after = SpecifiedCode(document).files(10)
        // The second file has the document.
        let different = before.indices.filter { before[$0] != after[$0] }
        #expect(different.count == 2 && different.first == 1)
    }
}
