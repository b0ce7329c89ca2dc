import ConcordCommands
import ConcordGoldens
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// A document in several files, and its bundle, which is the document.
struct SplitTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.pets, to: "pets.yaml")
    }

    private static let pets = """
        openapi: 3.1.0
        info: {title: Pets, version: '1'}
        paths:
          /pets/{id}:
            get:
              operationId: pet
              parameters: [{$ref: '#/components/parameters/PetID'}]
              responses:
                '200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        components:
          schemas:
            Pet:
              type: object
              properties: {tag: {$ref: '#/components/schemas/Tag'}, name: {$ref: '#/components/schemas/Names/properties/short'}}
            Tag: {type: string}
            Label: {$ref: '#/components/schemas/Tag'}
            Names: {type: object, properties: {short: {type: string}}}
          parameters:
            PetID: {name: id, in: path, required: true, schema: {type: string}}

        """

    private func split(_ document: String = "pets.yaml", format: ConcordCommands.DocumentFormat = .yaml) -> Outcome {
        Split(document: "\(folder.path)/\(document)", output: "\(folder.path)/api", format: format).run()
    }

    @Test func eachPartHasAFile() throws {
        #expect(split().status == .fine)
        #expect(
            folder.files.filter { $0.hasPrefix("api/") } == [
                "api/components/parameters/PetID.yaml", "api/components/schemas/Pet.yaml",
                "api/components/schemas/Tag.yaml", "api/openapi.yaml", "api/paths/pets_{id}.yaml",
            ])
        let root = try #require(folder.text(of: "api/openapi.yaml"))
        #expect(root.contains("$ref: paths/pets_{id}.yaml"))
        let path = try #require(folder.text(of: "api/paths/pets_{id}.yaml"))
        #expect(path.contains("$ref: ../components/parameters/PetID.yaml"))
    }

    @Test func partsThatReferencesLeadIntoStayInTheRoot() throws {
        #expect(split().status == .fine)
        #expect(try #require(folder.text(of: "api/openapi.yaml")).contains("short:"))
        let pet = try #require(folder.text(of: "api/components/schemas/Pet.yaml"))
        #expect(pet.contains("../../openapi.yaml#/components/schemas/Names/properties/short"))
        #expect(pet.contains("$ref: Tag.yaml"))
    }

    @Test func thePathItemsOfATagShareAFile() throws {
        try folder.write(Self.tagged, to: "tagged.yaml")
        #expect(splitByTag().status == .fine)
        #expect(
            folder.files.filter { $0.hasPrefix("api/") } == [
                "api/components/schemas/Pet.yaml", "api/openapi.yaml", "api/paths/House_pets.yaml",
                "api/paths/default.yaml", "api/paths/owners.yaml", "api/webhooks/House_pets.yaml",
            ])
        let pets = try Node(yaml: try #require(folder.text(of: "api/paths/House_pets.yaml")))
        #expect(pets.mapping?.keys == ["/pets", "/pets/{id}"])
        try expectBundle(of: "\(folder.path)/api/openapi.yaml", toBe: "\(folder.path)/tagged.yaml")
    }

    @Test func aTagKeepsItsFile() throws {
        try folder.write(Self.tagged, to: "tagged.yaml")
        #expect(splitByTag().status == .fine)
        for file in ["paths/House_pets.yaml", "openapi.yaml"] {
            let text = try #require(folder.text(of: "api/\(file)"))
            try folder.write(
                text.replacing("paths/House_pets.yaml", with: "paths/animals.yaml"),
                to: "api/" + file.replacing("House_pets", with: "animals"))
        }
        let grown = Self.tagged.replacing(
            "paths:\n", with: "paths:\n  /cats: {get: {tags: [House pets], responses: {'200': {description: Cats.}}}}\n"
        )
        try folder.write(grown, to: "tagged.yaml")
        let outcome = splitByTag()
        #expect(outcome.diagnostics == [])
        let animals = try Node(yaml: try #require(folder.text(of: "api/paths/animals.yaml")))
        #expect(animals.mapping?.keys == ["/cats", "/pets", "/pets/{id}"])
        try expectBundle(of: "\(folder.path)/api/openapi.yaml", toBe: "\(folder.path)/tagged.yaml")
    }

    @Test func aSecondSplitByTagChangesNothing() throws {
        try folder.write(Self.tagged, to: "tagged.yaml")
        #expect(splitByTag().status == .fine)
        let files = folder.files.map { folder.text(of: $0) }
        #expect(splitByTag().diagnostics == [])
        #expect(folder.files.map { folder.text(of: $0) } == files)
    }

    @Test func filesOfTheOtherGroupingAreReported() throws {
        try folder.write(Self.tagged, to: "tagged.yaml")
        #expect(split("tagged.yaml").status == .fine)
        let unused = splitByTag().diagnostics.map(\.code)
        #expect(unused.count == 5)
        #expect(Set(unused) == ["unused-file"])
        try expectBundle(of: "\(folder.path)/api/openapi.yaml", toBe: "\(folder.path)/tagged.yaml")
    }

    private static let tagged = """
        openapi: 3.1.0
        info: {title: Pets, version: '1'}
        paths:
          /pets:
            get:
              tags: [House pets, other]
              operationId: pets
              responses:
                '200':
                  description: Pets.
                  content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                  links: {one: {operationRef: '#/paths/~1pets~1%7Bid%7D/get'}}
          /owners/{id}/pets: {get: {responses: {'200': {description: Pets.}}}}
          /{any}: {get: {responses: {'200': {description: Any.}}}}
          /pets/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get:
              tags: [House pets]
              responses: {'200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
        webhooks:
          born: {post: {tags: [House pets], responses: {'200': {description: Thanks.}}}}
        components:
          schemas: {Pet: {type: object, properties: {parent: {$ref: '#/components/schemas/Pet'}}}}

        """

    private func splitByTag(_ document: String = "tagged.yaml", to output: String = "api") -> Outcome {
        Split(document: "\(folder.path)/\(document)", output: "\(folder.path)/\(output)", grouping: .tag).run()
    }

    @Test func aPartKeepsItsFile() throws {
        #expect(split().status == .fine)
        let tag = try #require(folder.text(of: "api/components/schemas/Tag.yaml"))
        try folder.write(tag, to: "api/shared/tag.yaml")
        let root = try #require(folder.text(of: "api/openapi.yaml"))
        try folder.write(root.replacing("components/schemas/Tag.yaml", with: "shared/tag.yaml"), to: "api/openapi.yaml")
        try folder.write(Self.pets.replacing("Tag: {type: string}", with: "Tag: {type: integer}"), to: "pets.yaml")
        let outcome = split()
        #expect(outcome.diagnostics == [])
        #expect(folder.text(of: "api/shared/tag.yaml") == "type: integer\n")
        #expect(folder.text(of: "api/components/schemas/Tag.yaml") == tag)
    }

    @Test func aFileThatIsNoPartAnyMoreIsReported() throws {
        #expect(split().status == .fine)
        try folder.write(Self.pets.replacing("    Tag: {type: string}\n", with: ""), to: "pets.yaml")
        try folder.write(
            Self.pets.replacing("/pets/{id}:", with: "/animals/{id}:"), to: "animals.yaml")
        let outcome = split("animals.yaml")
        #expect(outcome.status == .fine)
        #expect(
            outcome.diagnostics.map(\.message) == [
                "'\(folder.path)/api/paths/pets_{id}.yaml' is no longer a part of the document"
            ])
    }

    @Test func namesThatDifferInCaseHaveFilesOfTheirOwn() throws {
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Names, version: '1'}
            paths:
              /: {get: {operationId: a, responses: {'200': {description: Done.}}}}
              /a/b: {get: {operationId: b, responses: {'200': {description: Done.}}}}
              /A_B: {get: {operationId: c, responses: {'200': {description: Done.}}}}
            """, to: "names.yaml")
        #expect(split("names.yaml", format: .json).status == .fine)
        #expect(
            folder.files.filter { $0.hasPrefix("api/") } == [
                "api/openapi.json", "api/paths/A_B-2.json", "api/paths/_.json", "api/paths/a_b.json",
            ])
        try expectBundle(of: "\(folder.path)/api/openapi.json", toBe: "\(folder.path)/names.yaml")
    }

    @Test func generateSchemaWritesFiles() throws {
        var command = GenerateSchema(sources: [Repository.weather])
        command.splitFolder = folder.path + "/api"
        #expect(command.run().status == .fine)
        #expect(folder.files.contains("api/components/schemas/Station.yaml"))
        let check = Check(
            code: GenerateSchema(sources: [Repository.weather]), document: folder.path + "/api/openapi.yaml")
        #expect(check.run().diagnostics == [])
        #expect(check.run().status == .fine)
    }

    @Test(arguments: try corpusDocuments())
    func bundleOfASplitDocumentIsTheDocument(_ document: URL) throws {
        let reading = Document.readWhole(path: document.path)
        guard let whole = reading.document, whole.version != .v2_0, reading.isComplete else { return }
        try folder.write(whole.write(as: .json), to: "whole.json")
        // An error in the document is also an error in its files.
        #expect(split("whole.json").status != .unusable)
        try expectBundle(of: "\(folder.path)/api/openapi.yaml", toBe: "\(folder.path)/whole.json")
        #expect(splitByTag("whole.json", to: "tags").status != .unusable)
        try expectBundle(of: "\(folder.path)/tags/openapi.yaml", toBe: "\(folder.path)/whole.json")
    }

    private func expectBundle(of split: String, toBe whole: String) throws {
        let bundle = try #require(Document.readWhole(path: split).document)
        let document = try #require(Document.readWhole(path: whole).document)
        // A bundle percent-encodes the characters that a URI can't contain.
        let isSame = bundle.node.decodingReferences == document.node.decodingReferences
        #expect(isSame, "the bundle of \(split) is not \(whole)")
    }
}

extension Node {
    /// The node with its references as text without percent-encoding.
    fileprivate var decodingReferences: Node {
        switch value {
        case .sequence(let nodes): return .sequence(nodes.map(\.decodingReferences))
        case .mapping(var mapping):
            for index in mapping.entries.indices {
                let entry = mapping.entries[index]
                let text = entry.key == "$ref" ? entry.value.string?.removingPercentEncoding : nil
                mapping.entries[index].value = text.map { .string($0) } ?? entry.value.decodingReferences
            }
            return .mapping(mapping)
        default: return self
        }
    }
}
