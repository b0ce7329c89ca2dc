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
                "the code has '/paths/~1stations/post/operationId', which is not in the document",
                "the document has '/paths/~1stations~1{id}~1forecast/get/x-other', which the code has not",
                "the code says 40, and the document 41, at '/components/schemas/Station/properties/name/maxLength'",
            ])
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
