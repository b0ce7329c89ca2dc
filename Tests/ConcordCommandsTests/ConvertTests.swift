import ConcordCommands
import Testing

struct ConvertTests {
    @Test func writesTheDocumentAndTellsWhatItLeavesOut() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "openapi: 3.1.0\ninfo: {title: Pets, version: '1', summary: Short.}\npaths: {}\n", to: "openapi.yaml")
        let outcome = Convert(
            document: folder.path + "/openapi.yaml", openAPI: "3.0", output: folder.path + "/3.0.yaml"
        ).run()
        #expect(outcome.status == .fine)
        #expect(
            outcome.diagnostics.map(\.message)
                == ["OpenAPI 3.0 can't express 'summary' of the info object, which is removed"])
        #expect(folder.text(of: "3.0.yaml")?.hasPrefix("openapi: 3.0.4\n") == true)
    }

    @Test func refusesAVersionThatIsNone() {
        let outcome = Convert(document: Repository.petstore, openAPI: "4.0").run()
        #expect(outcome.status == .unusable)
        #expect(outcome.diagnostics.map(\.code) == ["unknown-version"])
    }
}
