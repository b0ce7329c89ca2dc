import ConcordCommands
import ConcordOpenAPI
import Foundation
import Testing

struct GenerateSchemaTests {
    @Test func writesWhatIsCommittedAsGenerated() throws {
        let outcome = GenerateSchema(sources: [Repository.weather]).run()
        #expect(outcome.status == .fine)
        let committed = try String(contentsOfFile: Repository.weatherDocument, encoding: .utf8)
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

    /// A partial document that another one refers to can omit both.
    @Test func addsNoInfoAndNoPathsThatTheCodeDoesNotState() throws {
        let folder = try TemporaryFolder()
        try folder.write("import Concord\n\n@API(.openapi(\"3.0.3\"))\nenum PartAPI {}\n", to: "API.swift")
        let outcome = GenerateSchema(sources: [folder.path]).run()
        #expect(String(decoding: outcome.output, as: UTF8.self) == "openapi: 3.0.3\n")
    }

    @Test func reportsWhatALaterVersionHas() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            import Concord

            @API(title: "T", version: "1", .openapi("3.1.1"))
            enum TAPI {
                static let views: [any View.Type] = [PetsView.self]
                static let tags = [Tag("pets", kind: "nav")]
            }

            @View("/pets")
            struct PetsView {
                @QUERY("findPets")
                func find(@Body name: String) async throws -> [String] { [] }

                @GET("listPets")
                func list(@QueryString filter: Filter) async throws -> Pets { Pets(names: []) }
            }

            @Serializer
            struct Filter {
                var name: String?
            }

            @Response(.summary("All pets"))
            struct Pets {
                @Body var names: [String]
            }
            """, to: "API.swift")
        let outcome = GenerateSchema(sources: [folder.path]).run()
        #expect(outcome.status == .fine)
        let findings = outcome.diagnostics.filter { $0.code == "field-of-another-version" }
        #expect(
            findings.map { "\($0.position?.line ?? 0): \($0.message)" }.sorted() == [
                "10: 'additionalOperations' of a path item requires OpenAPI 3.2, but this document is 3.1",
                "15: a parameter for the whole query string requires OpenAPI 3.2, but this document is 3.1",
                "24: 'summary' of a response requires OpenAPI 3.2, but this document is 3.1",
                "4: 'kind' of a tag requires OpenAPI 3.2, but this document is 3.1",
            ])
        let raised = GenerateSchema(sources: [folder.path], openAPI: "3.2").run()
        #expect(raised.diagnostics.map(\.code) == [])
    }

    @Test func readsTheBlocksWhoseConditionIsDefined() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            @API(title: "T", version: "1") enum A {
                static let views: [any View.Type] = [V.self]
            }
            @View("/v") struct V {
                #if PREVIEW
                @GET("preview") func get() async throws -> String { "" }
                #else
                @GET("final") func get() async throws -> String { "" }
                #endif
            }
            """, to: "API.swift")
        let plain = String(decoding: GenerateSchema(sources: [folder.path]).run().output, as: UTF8.self)
        let defined = GenerateSchema(sources: [folder.path], flags: ["PREVIEW"]).run().output
        #expect(plain.contains("operationId: final"))
        #expect(String(decoding: defined, as: UTF8.self).contains("operationId: preview"))
    }

    @Test func writesNothingOnAWarningWhereNoneIsWanted() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            @API(title: "T", version: "1") enum A { static let views: [any View.Type] = [V.self] }
            @Model struct Note { var id: Int }
            @Serializer(of: Note.self) struct NoteSerializer {}
            @View("/v") struct V: ListAPIView {
                static let serializer = NoteSerializer.self
                static let permissions: [any Permission] = [IsAuthenticated()]
            }
            """, to: "API.swift")
        let warned = GenerateSchema(sources: [folder.path]).run()
        #expect(warned.status == .fine)
        #expect(warned.diagnostics.map(\.code) == ["nobody-authenticated"])
        let refused = GenerateSchema(sources: [folder.path], failsOnWarning: true).run()
        #expect(refused.status == .found)
        #expect(refused.output.isEmpty)
    }

    @Test func choosesAmongSeveralAPIs() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            @API(title: "One", version: "1") enum One { static let views: [any View.Type] = [V.self] }
            @API(title: "Two", version: "2") enum Two { static let views: [any View.Type] = [] }
            @View("/v") struct V { @GET("get") func get() async throws -> String { "" } }
            """, to: "API.swift")
        #expect(GenerateSchema(sources: [folder.path]).run().diagnostics.map(\.code) == ["several-apis"])
        let chosen = GenerateSchema(sources: [folder.path], api: "Two").run()
        #expect(try #require(Document.read(chosen.output).document).info?.title == "Two")
    }

    /// Requests of each type differ only because of the last type in the chain.
    @Test func followsALongChainOfTypesOnce() throws {
        let length = 2_000
        let folder = try TemporaryFolder()
        let links = (0..<length).map { "@Serializer struct S\($0) { var next: S\($0 + 1)?; var all: [S\($0 + 1)] }" }
        try folder.write(
            """
            @API(title: "Chain", version: "1", .requests(.split), .responses(.stated)) enum ChainAPI {
                static let views: [any View.Type] = [V.self]
            }
            @View("/v") struct V { @POST("add") func add(@Body body: S0) async throws -> S0 { body } }
            @Serializer struct S\(length) { @Field(.readOnly) var id: Int; var name: String }
            \(links.joined(separator: "\n"))
            """, to: "API.swift")
        let outcome = GenerateSchema(sources: [folder.path]).run()
        #expect(outcome.status == .fine)
        let schemas = try #require(Document.read(outcome.output).document).node["components"]?["schemas"]?.mapping
        #expect(schemas?.count == 2 * (length + 1))
    }
}
