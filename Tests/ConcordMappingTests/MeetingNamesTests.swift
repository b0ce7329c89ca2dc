import ConcordDeclarations
import ConcordInsertions
import ConcordMapping
import ConcordOpenAPI
import ConcordYAML
import Testing

/// Names of the document that collide in Swift get the same Swift names in any order. The one with the closest spelling
/// gets the name, and the others get numbers.
struct MeetingNamesTests {
    /// The kind of the named elements.
    enum Kind: String, CaseIterable {
        case schema, path, property, value, parameter, operation, constant

        /// Returns a document with an element for each name, in this order.
        func document(_ names: [String]) -> Document {
            let text: Node = ["type": "string"]
            let responses: Node = ["204": ["description": "Done."]]
            let get: Node = ["operationId": "get", "responses": responses]
            func each(_ node: (String) -> Node) -> Node { .mapping(Mapping(names.map { .init($0, node($0)) })) }
            func root(_ paths: Node = .mapping(Mapping()), _ components: Node = .mapping(Mapping())) -> Document {
                Document([
                    "openapi": "3.1.1", "info": ["title": "A", "version": "1"], "paths": paths,
                    "components": components,
                ])
            }
            switch self {
            case .schema: return root([:], ["schemas": each { _ in ["type": "object", "properties": ["a": text]] }])
            case .path: return root(each { _ in ["get": ["responses": responses]] })
            case .property: return root([:], ["schemas": ["S": ["type": "object", "properties": each { _ in text }]]])
            case .value:
                return root([:], ["schemas": ["S": ["type": "string", "enum": .sequence(names.map(Node.string))]]])
            case .parameter:
                let parameters = names.map { name -> Node in ["name": .string(name), "in": "query", "schema": text] }
                return root(["/p": ["parameters": .sequence(parameters), "get": get]])
            case .operation:
                let methods = zip(["get", "put", "post"], names.sorted()).map { method, name in
                    Mapping.Entry(method, ["operationId": .string(name), "responses": responses])
                }
                let order = names.compactMap { name in methods.first { $0.value["operationId"]?.string == name } }
                return root(["/p": .mapping(Mapping(order))])
            case .constant: return root([:], ["examples": each { _ in ["value": 1] }])
            }
        }
    }

    @Test(
        arguments: [
            (Kind.schema, ["foo_bar", "FooBar"], ["FooBarSchema", "FooBar"]),
            (.schema, ["pet-list", "PET_LIST", "pet_list"], ["PetList", "PetList2", "PetListSchema"]),
            (.schema, ["user", "User", "USER"], ["User2", "UserSchema", "USER"]),
            (.path, ["/foo_bar", "/foo-bar"], ["FooBarView", "FooBar"]),
            (.path, ["/api/v1/pets", "/pets"], ["PetsView", "Pets"]),
            (.path, ["/a/{id}/b", "/a/{key}/{id}/b", "/aB"], ["ABView", "AB2", "AB"]),
            (.property, ["user-id", "userId"], ["userID2", "userID"]),
            (.property, ["first_name", "firstName", "first-name"], ["firstName3", "firstName", "firstName2"]),
            (.property, ["Name", "name_2", "name"], ["name3", "name2", "name"]),
            (.value, ["foo_bar", "foo-bar"], ["fooBar2", "fooBar"]),
            (.value, ["ON", "on", "On"], ["on3", "on", "on2"]),
            (.value, ["a.b", "aB", "a b"], ["aB3", "aB", "aB2"]),
            (.parameter, ["page_size", "pageSize"], ["pageSize2", "pageSize"]),
            (.parameter, ["page[size]", "page-size"], ["pageSize2", "pageSize"]),
            (.parameter, ["Q", "q"], ["q2", "q"]),
            (.operation, ["list-pets", "listPets"], ["listPets2", "listPets"]),
            (.operation, ["list_pets", "list.pets"], ["listPets2", "listPets"]),
            (.operation, ["Get", "get", "GET"], ["get2", "get", "get3"]),
            (.constant, ["first_pet", "first-pet"], ["firstPetExample2", "firstPetExample"]),
            (.constant, ["Rex", "rex"], ["rexExample2", "rexExample"]),
            (.constant, ["a b", "a.b", "aB"], ["aBExample2", "aBExample3", "aBExample"]),
        ] as [(Kind, [String], [String])])
    func goToTheNearest(_ kind: Kind, _ spellings: [String], _ names: [String]) {
        for order in [spellings, spellings.reversed(), spellings.sorted()] {
            let given = DeclaredNames(of: Program.scaffold(kind.document(order)).program).named
            for (spelling, name) in zip(spellings, names) {
                let found = given.filter { $0.key.hasSuffix(kind.key(spelling, spellings)) }
                #expect(found.map { $0.value.prefix { $0 != ":" } } == [name[...]], "\(spelling) in \(order)")
            }
        }
    }

    /// Branches have no names, so smaller schemas are named before larger ones.
    @Test(
        arguments: [
            ["{type: object, minProperties: 1}", "{type: object, minProperties: 2}", "{type: object}"],
            [
                "{type: object, required: [a], properties: {a: {type: string}}}",
                "{type: object, required: [a], properties: {a: {}}}",
            ],
            [
                "{type: array, items: {type: object, properties: {a: {}}}}",
                "{type: array, items: {type: object, properties: {b: {}}}}",
            ],
            [
                "{type: string, maxLength: 10}", "{type: string, maxLength: 9}", "{type: integer, minimum: 1}",
                "{type: integer}",
            ],
        ])
    func areTheSameForBranchesInAnyOrder(_ branches: [String]) throws {
        var cases: [Set<String>] = []
        let areObjects = branches.allSatisfy { $0.hasPrefix("{type: object") }
        for keyword in areObjects ? ["oneOf", "allOf"] : ["oneOf"] {
            for order in [branches, branches.reversed(), Array(branches.dropFirst() + branches.prefix(1))] {
                let text = SwiftText.scaffold(
                    Document(
                        try Node(
                            yaml: """
                                openapi: 3.1.1
                                info: {title: A, version: '1'}
                                paths: {}
                                components: {schemas: {S: {\(keyword): [\(order.joined(separator: ", "))]}}}
                                """)))
                cases.append(Set(text.split(separator: "\n\n").flatMap { $0.split(separator: "\n") }.map(String.init)))
            }
            #expect(Set(cases).count == 1)
            cases = []
        }
    }
}

extension MeetingNamesTests.Kind {
    /// Returns the key of a name in the document.
    fileprivate func key(_ spelling: String, _ all: [String]) -> String {
        switch self {
        case .schema: "/schema \(spelling)"
        case .path: "/path \(spelling)"
        case .property: "#\(spelling)"
        case .value: "#string(\"\(spelling)\")"
        case .parameter: "#Query \(spelling)"
        case .operation: "#" + (zip(["GET", "PUT", "POST"], all.sorted()).first { $0.1 == spelling }?.0 ?? "")
        case .constant: "/constant \(spelling)"
        }
    }
}
