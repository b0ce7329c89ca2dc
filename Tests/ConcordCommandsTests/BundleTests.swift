import ConcordCommands
import Testing

struct BundleTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Pets, version: '1'}
            paths: {/pets: {$ref: paths/pets.yaml}}

            """, to: "openapi.yaml")
        try folder.write(
            """
            get:
              responses:
                '200': {description: Pets., content: {application/json: {schema: {$ref: ../pet.yaml}}}}

            """, to: "paths/pets.yaml")
    }

    @Test func writesOneDocumentOfManyFiles() throws {
        try folder.write("{type: object}\n", to: "pet.yaml")
        let outcome = Bundle(document: folder.path + "/openapi.yaml", output: folder.path + "/whole.json").run()
        #expect(outcome.status == .fine)
        #expect(outcome.diagnostics == [])
        let whole = try #require(folder.text(of: "whole.json"))
        #expect(whole.contains("\"$ref\": \"#/components/schemas/pet\""))
        #expect(!whole.contains(".yaml"))
    }

    @Test func writesNothingWhereAFileIsAbsent() {
        let outcome = Bundle(document: folder.path + "/openapi.yaml", output: folder.path + "/whole.yaml").run()
        #expect(outcome.status == .unusable)
        #expect(outcome.diagnostics.map(\.code) == ["no-such-file"])
        #expect(outcome.diagnostics.first?.position?.file == folder.path + "/paths/pets.yaml")
        #expect(folder.text(of: "whole.yaml") == nil)
    }
}
