import ConcordCommands
import Foundation
import Testing

struct CheckTests {
    @Test func findsEachPlaceThatDiffers() throws {
        let folder = try TemporaryFolder()
        let document = try String(contentsOfFile: Repository.weatherDocument, encoding: .utf8)
        try folder.write(
            document.replacing("maxLength: 40", with: "maxLength: 41")
                .replacing("      operationId: addStation\n", with: "")
                .replacing("x-cache: hourly", with: "x-cache: hourly\n      x-other: 1"), to: "openapi.yaml")
        let outcome = Check(
            code: GenerateSchema(sources: [Repository.weather]), document: folder.path + "/openapi.yaml"
        ).run()
        #expect(outcome.status == .found)
        #expect(
            outcome.diagnostics.map(\.message) == [
                "'operationId' of POST /stations is in the code, but not in the document",
                "'x-other' of GET /stations/{id}/forecast is in the document, but not in the code",
                "'maxLength' of property 'name' of schema 'Station' is 41 in the document, but 40 in the code",
            ])
        #expect(
            outcome.diagnostics.compactMap { $0.related.first?.position.file.split(separator: "/").last }
                == ["Views.swift", "Views.swift", "Serializers.swift"])
        #expect(outcome.diagnostics.allSatisfy { $0.position?.file == folder.path + "/openapi.yaml" })
    }

    @Test func takesNoOrderOfKeysForADifference() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            import Concord
            @API(title: "Pets", version: "1.0", .openapi("3.1.0")) enum PetAPI {}
            """, to: "API.swift")
        try folder.write("openapi: 3.1.0\ninfo: {version: '1.0', title: Pets}\n", to: "openapi.yaml")
        let outcome = Check(
            code: GenerateSchema(sources: [folder.path]), document: folder.path + "/openapi.yaml"
        ).run()
        #expect(outcome.status == .fine)
    }

    @Test(arguments: ["openapi.yaml", "openapi.json"])
    func findsNothingInWhatIsWritten(file: String) throws {
        let folder = try TemporaryFolder()
        let document = folder.path + "/" + file
        #expect(GenerateSchema(sources: [Repository.weather], file: document).run().status == .fine)
        let outcome = Check(code: GenerateSchema(sources: [Repository.weather]), document: document).run()
        #expect(outcome.status == .fine)
        #expect(outcome.diagnostics.isEmpty)
    }
}
