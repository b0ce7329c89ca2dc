import ConcordOpenAPI
import Testing

@Suite struct WholeDocumentGoldenTests {
    @Test(arguments: try FixtureFolder.contents("Wholes")) func `a document of many files is one`(folder: String) throws
    {
        let reading = Document.readWhole(path: folder + "/openapi.yaml")
        let document = try #require(reading.document)
        let text = document.write(as: .yaml)
        try FixtureFolder.expect(text, equals: folder + "/whole.yaml")
        try FixtureFolder.expect(FixtureFolder.text(reading.diagnostics), equals: folder + "/diagnostics.txt")
        if reading.isComplete { #expect(Document.read(Array(text.utf8)).isComplete) }
    }
}
