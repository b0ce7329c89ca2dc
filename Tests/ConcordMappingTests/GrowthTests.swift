import ConcordMapping
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML
import Testing

/// Names are stable: when a document grows, only the declarations of the changed parts change.
@Suite struct GrowthTests {
    private static let document = """
        openapi: 3.1.1
        info: {title: Kennel, version: '1'}
        tags:
          - name: dogs
        paths:
          /dogs:
            get:
              operationId: listDogs
              tags: [dogs]
              responses:
                '200': {description: OK, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Dog'}}}}}
          /dogs/{id}:
            get:
              operationId: getDog
              tags: [dogs]
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
              responses:
                '200': {description: OK, content: {application/json: {schema: {type: object, properties: {age: {type: integer}}}}}}
        components:
          schemas:
            Dog:
              type: object
              properties:
                name: {type: string}
                size: {type: string, enum: [small, large]}
                owner:
                  type: object
                  properties:
                    size: {type: integer, enum: [1, 2]}
            Error:
              type: object
              properties:
                detail: {type: string}

        """

    struct Growth: CustomTestStringConvertible {
        var testDescription: String
        var line: String
        var addition: String
        var added: Set<String>
        var changed: Set<String>

        init(_ name: String, after line: String, _ addition: String, adds: Set<String>, changes: Set<String>) {
            (testDescription, self.line, self.addition) = (name, line, addition)
            (added, changed) = (adds, changes)
        }
    }

    private static let growths = [
        Growth(
            "a tag", after: "  - name: dogs", "  - name: cats", adds: [], changes: ["KennelAPI"]),
        Growth(
            "a path before the others", after: "paths:",
            "  /cats/{id}:\n    get: {operationId: getCat, responses: {'200': {description: OK}}}",
            adds: ["CatDetail"], changes: ["KennelAPI"]),
        Growth(
            "a path that would have the name of one before it", after: "components:", "  /dogs/{id}/detail: {}",
            adds: ["DogDetailView"], changes: ["KennelAPI"]),
        Growth(
            "a second operation", after: "  /dogs:",
            "    post: {operationId: addDog, responses: {'201': {description: OK}}}",
            adds: [], changes: ["Dogs"]),
        Growth(
            "a schema before the others", after: "  schemas:",
            "    Cat: {type: object, properties: {size: {type: string}}}",
            adds: ["Cat"], changes: []),
        Growth(
            "a schema that would have the name of one before it", after: "        detail: {type: string}",
            "    error: {type: object, properties: {size: {type: string}}}", adds: ["Error2"], changes: []),
        Growth(
            "a property", after: "        name: {type: string}", "        breed: {type: string, enum: [pug, beagle]}",
            adds: ["Dog.Breed"], changes: ["Dog"]),
        Growth(
            "a property of an inline object", after: "            size: {type: integer, enum: [1, 2]}",
            "            kind: {type: object, properties: {a: {type: string}}}",
            adds: ["Dog.Owner.Kind"], changes: ["Dog.Owner"]),
    ]

    @Test(arguments: growths)
    func changesWhatHasGrown(_ growth: Growth) throws {
        var lines = Self.document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = try #require(lines.firstIndex(of: growth.line))
        // A path is appended to the paths, before the line that follows them.
        lines.insert(growth.addition, at: growth.line == "components:" ? index : index + 1)
        let before = try Self.declarations(Self.document)
        let after = try Self.declarations(lines.joined(separator: "\n"))
        #expect(Set(after.keys).subtracting(before.keys) == growth.added)
        #expect(Set(before.keys).subtracting(after.keys).isEmpty)
        #expect(Set(before.keys.filter { after[$0] != before[$0] }) == growth.changed)
    }

    /// Returns the types of a document's scaffold, keyed by name, each without its nested types.
    private static func declarations(_ yaml: String) throws -> [String: Declaration] {
        let files = SourceFile.scaffold(Document(try Node(yaml: yaml))).files
        return types(files.flatMap(\.declarations), in: "")
    }

    private static func types(_ declarations: [Declaration], in scope: String) -> [String: Declaration] {
        var types: [String: Declaration] = [:]
        for declaration in declarations {
            var own = declaration
            let body: TypeBody
            switch declaration.kind {
            case .structure(let structure): body = structure
            case .enumeration(let enumeration): body = enumeration
            default: continue
            }
            var outer = body
            outer.members = body.members.filter { Self.types([$0], in: "").isEmpty }
            own.kind = .structure(outer)
            types[scope + body.name] = own
            types.merge(Self.types(body.members, in: scope + body.name + ".")) { first, _ in first }
        }
        return types
    }
}
