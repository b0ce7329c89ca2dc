import ConcordDiagnostics
import ConcordOpenAPI
import ConcordYAML
import Testing

/// Documents in Swagger 2.0, with their conversions to OpenAPI 3.0 and their diagnostics.
@Suite struct SwaggerGoldenTests {
    @Test(arguments: try FixtureFolder.contents("Swagger")) func `is read as OpenAPI 3.0`(folder: String) throws {
        let reading = Document.read(path: folder + "/openapi.yaml")
        let document = try #require(reading.document)
        let diagnostics = reading.diagnostics + document.validate()
        try FixtureFolder.expect(FixtureFolder.text(diagnostics), equals: folder + "/diagnostics.txt")
        try FixtureFolder.expect(document.write(as: .yaml), equals: folder + "/3.0.yaml")
    }

    @Test func `a document without faults makes one without faults`() throws {
        let path = FixtureFolder.path + "/Swagger/everything/openapi.yaml"
        let document = try #require(Document.read(path: path).document)
        let again = Document.read(Array(document.write(as: .yaml).utf8))
        #expect(FixtureFolder.text(again.diagnostics).isEmpty)
        #expect(try #require(again.document).validate().filter { $0.severity == .error }.map(\.message) == [])
    }

    @Test func `an older Swagger is refused`() {
        let reading = Document.read(Array("swagger: '1.2'\n".utf8))
        #expect(reading.document == nil)
        #expect(reading.diagnostics.map(\.code) == ["unknown-version"])
    }
}
