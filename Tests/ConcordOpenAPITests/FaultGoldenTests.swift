import ConcordOpenAPI
import Testing

/// Faulty documents, each with the diagnostics that a person sees in the text file beside it.
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
