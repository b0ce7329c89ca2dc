import ConcordCommands
import ConcordOpenAPI
import Foundation
import Testing

struct GenerateSchemaTests {
    @Test func writesWhatIsCommittedAsGenerated() throws {
        let outcome = GenerateSchema(sources: [Repository.weather]).run()
        #expect(outcome.status == .fine)
        let committed = try String(contentsOfFile: Repository.root + "/generated/weather/openapi.yaml", encoding: .utf8)
        #expect(String(decoding: outcome.output, as: UTF8.self) == committed)
    }

    @Test func writesJSONWhereTheFileIsCalledSo() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/openapi.json"
        #expect(GenerateSchema(sources: [Repository.weather], file: file).run().status == .fine)
        #expect(folder.text(of: "openapi.json")?.hasPrefix("{\n  \"openapi\": \"3.1.1\"") == true)
    }

    @Test func saysWhatItIsToldInsteadOfWhatTheCodeSays() throws {
        let overrides = GenerateSchema.Overrides(
            title: "Clouds", version: "2", description: "Above.", url: "https://clouds.example")
        let outcome = GenerateSchema(sources: [Repository.weather], openAPI: "3.2", overrides: overrides).run()
        let document = try #require(Document.read(outcome.output).document)
        #expect(document.versionText == "3.2.0")
        #expect(document.info?.title == "Clouds")
        #expect(document.info?.version == "2")
        #expect(document.info?.description == "Above.")
        #expect(document.servers.map(\.url) == ["https://clouds.example"])
    }

    @Test func givesBackTheDocumentOfWhatItWasScaffoldedFrom() throws {
        let folder = try TemporaryFolder()
        #expect(Scaffold(document: Repository.petstore, output: folder.path).run().status == .fine)
        let check = Check(code: GenerateSchema(sources: [folder.path]), document: Repository.petstore)
        #expect(check.run().status == .fine)
    }
}
