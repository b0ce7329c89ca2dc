import ConcordDiagnostics
import ConcordOpenAPI
import ConcordYAML
import Testing

/// Documents of each version, with their conversions to other versions and the diagnostics.
@Suite struct ConversionGoldenTests {
    @Test(arguments: try FixtureFolder.contents("Conversions"), OpenAPIVersion.allCases.filter { $0 >= .v3_0 })
    func `is raised and lowered`(folder: String, version: OpenAPIVersion) throws {
        let document = try #require(Document.read(path: folder + "/openapi.yaml").document)
        guard document.version != version else {
            #expect(document.converted(to: version).document == document)
            return
        }
        let conversion = document.converted(to: version)
        let text = conversion.document.write(as: .yaml)
        try FixtureFolder.expect(text, equals: folder + "/\(version.rawValue).yaml")
        try FixtureFolder.expect(
            FixtureFolder.text(conversion.diagnostics), equals: folder + "/\(version.rawValue).txt")
        let again = Document.read(Array(text.utf8))
        #expect(FixtureFolder.text(again.diagnostics).isEmpty)
        let faults = try #require(again.document).validate().filter { $0.severity == .error }
        #expect(faults.map(\.message) == [])
    }
}
