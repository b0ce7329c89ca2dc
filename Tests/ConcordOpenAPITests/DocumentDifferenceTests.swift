import ConcordOpenAPI
import ConcordYAML
import Testing

/// Changes of meaning, and differences that aren't.
@Suite struct DocumentDifferenceTests {
    @Test(arguments: [
        ("type: object\nrequired: [a, b]", "type: object\nrequired: [b, a]"),
        ("type: [string]", "type: string"),
        ("type: [string, 'null']", "type: ['null', string]"),
        ("minimum: 1.0\ntype: number", "type: number\nminimum: 1"),
        ("type: string\nnullable: false\ndeprecated: false", "type: string"),
        ("type: object\nrequired: []", "type: object"),
        ("example: {a: 1, b: 2}", "example: {b: 2, a: 1}"),
    ])
    func isTheSame(_ old: String, _ new: String) throws {
        #expect(try differences(old, new) == [])
    }

    @Test(arguments: [
        ("type: string", "type: integer", "changed /components/schemas/A/type: string is integer"),
        ("minimum: 1", "{}", "lost /components/schemas/A/minimum: 1"),
        ("{}", "x-a: 1", "added /components/schemas/A/x-a: 1"),
        (
            "properties: {a: {}, b: {}}", "properties: {b: {}, a: {}}",
            "reordered /components/schemas/A/properties: a, b is b, a"
        ),
        ("default: false", "{}", "lost /components/schemas/A/default: false"),
        ("x-a: {deprecated: false}", "x-a: {}", "lost /components/schemas/A/x-a/deprecated: false"),
        ("enum: [a, b]", "enum: [b, a]", "changed /components/schemas/A/enum/0: a is b"),
        ("enum: [1]", "enum: ['1']", "changed /components/schemas/A/enum/0: 1 is '1'"),
    ])
    func isAnother(_ old: String, _ new: String, _ finding: String) throws {
        #expect(try differences(old, new).first == finding)
    }

    @Test func countsTheNodesInside() throws {
        let difference = DocumentDifference(
            from: try document("properties: {a: {type: string, maxLength: 1}}"), to: try document("{}"))
        #expect(difference.nodeCount(.lost) == 4)
        #expect(difference.nodeCount(.added) == 0)
    }

    private func differences(_ old: String, _ new: String) throws -> [String] {
        DocumentDifference(from: try document(old), to: try document(new)).findings.map(\.description)
    }

    private func document(_ schema: String) throws -> Document {
        var schemas = Mapping()
        schemas["A"] = try Node(yaml: schema)
        return Document(
            .mapping(["openapi": "3.1.1", "components": .mapping(["schemas": .mapping(schemas)])]))
    }
}
