import ConcordCommands
import Foundation
import Testing

/// All commands read a document of several files as one.
struct DocumentOfFilesTests {
    private let folder: TemporaryFolder
    private var document: String { folder.path + "/openapi.yaml" }

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Pets, version: '1', description: {$ref: intro.md}}
            paths:
              /pets: {$ref: paths/pets.yaml}
              /pets/{id}: {get: {$ref: operations/pet.yaml}}
            components: {schemas: {Pet: {$ref: schemas/Pet.yaml}}}

            """, to: "openapi.yaml")
        try folder.write("All the pets.\n", to: "intro.md")
        try folder.write(
            """
            get:
              operationId: listPets
              parameters: [{$ref: '../parameters/_index.yaml#/Limit'}]
              responses: {'200': {$ref: ../responses/Pets.yaml}}

            """, to: "paths/pets.yaml")
        try folder.write("Limit: {$ref: Limit.yaml}\n", to: "parameters/_index.yaml")
        try folder.write("{name: limit, in: query, schema: {type: integer}}\n", to: "parameters/Limit.yaml")
        try folder.write(
            """
            description: The pets.
            content: {application/json: {schema: {type: array, items: {$ref: ../openapi.yaml#/components/schemas/Pet}}}}

            """, to: "responses/Pets.yaml")
        try folder.write(
            """
            operationId: pet
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {'200': {description: The pet., content: {application/json: {schema: {$ref: ../schemas/Pet.yaml}}}}}

            """, to: "operations/pet.yaml")
        try folder.write("{type: object, properties: {name: {type: string}}}\n", to: "schemas/Pet.yaml")
    }

    @Test func scaffoldsWhatTheBundleGives() throws {
        #expect(Bundle(document: document, output: folder.path + "/whole.yaml").run().status == .fine)
        #expect(Scaffold(document: document, output: folder.path + "/split").run().status == .fine)
        #expect(Scaffold(document: folder.path + "/whole.yaml", output: folder.path + "/whole").run().status == .fine)
        for file in ["API.swift", "Views.swift", "Serializers.swift", ".concord/openapi.yaml"] {
            #expect(folder.text(of: "split/" + file) == folder.text(of: "whole/" + file))
        }
        let views = try #require(folder.text(of: "split/Views.swift"))
        #expect(views.components(separatedBy: "func ").count - 1 == 2)
    }

    @Test func checksAndShowsAndComparesTheWhole() throws {
        #expect(Scaffold(document: document, output: folder.path + "/split").run().status == .fine)
        let check = Check(code: GenerateSchema(sources: [folder.path + "/split"]), document: document).run()
        #expect(check.status == .fine)
        var docs = Docs(document: document, output: folder.path + "/page")
        docs.isSingleFile = true
        #expect(docs.run().status == .fine)
        let page = try #require(folder.text(of: "page/index.html"))
        #expect(page.contains("All the pets.") && page.contains("listPets") && page.contains("limit"))
        #expect(Convert(document: document, openAPI: "3.0", output: folder.path + "/old.yaml").run().status == .fine)
        #expect(folder.text(of: "old.yaml")?.contains("listPets") == true)
        let diff = Diff(old: document, new: folder.path + "/old.yaml", failOn: .breaking).run()
        #expect(diff.status == .fine)
    }

    @Test func tellsChangesOfOtherFilesAtTheirPlaces() throws {
        #expect(Bundle(document: document, output: folder.path + "/before.yaml").run().status == .fine)
        try folder.write(
            "{name: limit, in: query, required: true, schema: {type: integer}}\n", to: "parameters/Limit.yaml")
        let diff = Diff(old: folder.path + "/before.yaml", new: document, failOn: .breaking).run()
        #expect(diff.status == .found)
        #expect(String(decoding: diff.output, as: UTF8.self).contains(folder.path + "/parameters/Limit.yaml:1:"))
    }

    @Test(arguments: [
        "schemas/Pet.yaml", "parameters/Limit.yaml", "operations/pet.yaml", "intro.md", "paths/pets.yaml",
    ])
    func oneErrorForAnAbsentFile(file: String) throws {
        #expect(Bundle(document: document, output: folder.path + "/before.yaml").run().status == .fine)
        try FileManager.default.removeItem(atPath: folder.path + "/" + file)
        let outcomes = [
            Diff(old: folder.path + "/before.yaml", new: document).run(),
            Bundle(document: document, output: folder.path + "/after.yaml").run(),
            Scaffold(document: document, output: folder.path + "/code").run(),
            Docs(document: document, output: folder.path + "/page").run(),
            Convert(document: document, openAPI: "3.0", output: folder.path + "/old.yaml").run(),
        ]
        for outcome in outcomes {
            #expect(outcome.status == .unusable)
            #expect(outcome.diagnostics.filter { $0.severity == .error }.map(\.code) == ["no-such-file"])
        }
        let validation = Validate(documents: [document]).run()
        #expect(validation.status == .found)
        #expect(validation.diagnostics.filter { $0.severity == .error }.map(\.code) == ["no-such-file"])
        #expect(folder.text(of: "code/Views.swift") != nil)
    }

    @Test func comparesSwaggerOfSeveralFiles() throws {
        func write(isRequired: Bool) throws {
            try folder.write(
                "Sort: {name: sort, in: query, type: string, required: \(isRequired)}\n", to: "swagger/parameters.yaml")
        }
        try folder.write(
            """
            swagger: '2.0'
            info: {title: Pets, version: '1'}
            paths:
              /pets:
                get: {parameters: [{$ref: 'parameters.yaml#/Sort'}], responses: {'200': {description: The pets.}}}

            """, to: "swagger/openapi.yaml")
        let swagger = folder.path + "/swagger/openapi.yaml"
        try write(isRequired: false)
        #expect(Bundle(document: swagger, output: folder.path + "/old.yaml").run().status == .fine)
        try write(isRequired: true)
        #expect(Diff(old: folder.path + "/old.yaml", new: swagger, failOn: .breaking).run().status == .found)
    }

    @Test func bundlesADocumentWhoseVersionIsANumber() throws {
        try folder.write("{openapi: 3.1.0, info: {title: Pets, version: 1.0}, paths: {}}\n", to: "number.yaml")
        let outcome = Bundle(document: folder.path + "/number.yaml", output: folder.path + "/bundle.yaml").run()
        #expect(outcome.status == .found)
        #expect(folder.text(of: "bundle.yaml")?.contains("version: 1.0") == true)
    }
}
