import ConcordOpenAPI
import Testing

/// Invalid documents, with their diagnostics in the text file beside them.
@Suite struct FaultGoldenTests {
    static var documents: [String] {
        get throws { try FixtureFolder.contents("Faults").filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") } }
    }

    @Test(arguments: try documents) func `is reported`(path: String) throws {
        let reading = Document.read(path: path)
        let diagnostics = reading.diagnostics + (reading.document?.validate() ?? [])
        #expect(!diagnostics.isEmpty)
        try FixtureFolder.expect(FixtureFolder.text(diagnostics), equals: path + ".txt")
    }
}
