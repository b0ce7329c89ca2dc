import ConcordOpenAPI
import ConcordYAML
import Testing

@Suite struct BundlerGoldenTests {
    @Test(arguments: try FixtureFolder.contents("Bundles")) func `a document of many files`(folder: String) throws {
        let reading = Document.read(path: folder + "/openapi.yaml")
        #expect(FixtureFolder.text(reading.diagnostics).isEmpty)
        let bundled = try #require(reading.document).bundled()
        #expect(bundled.diagnostics.isEmpty)
        let text = try #require(bundled.document).write(as: .yaml)
        try FixtureFolder.expect(text, equals: folder + "/bundled.yaml")
        #expect(Document.read(Array(text.utf8)).diagnostics.isEmpty)
    }

    @Test(arguments: try FixtureFolder.contents("Versions")) func `a document of one file stays as it is`(path: String)
        throws
    {
        let document = try #require(Document.read(path: path).document)
        #expect(document.bundled().document == document)
    }
}
