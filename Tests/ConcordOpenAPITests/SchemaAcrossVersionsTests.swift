import ConcordOpenAPI
import ConcordYAML
import Testing

/// Equivalent notations of OpenAPI 3.0 and later versions give the same results.
@Suite struct SchemaAcrossVersionsTests {
    private func schema(_ yaml: String) throws -> Schema { Schema(try Node(yaml: yaml)) }

    @Test(arguments: ["{type: string, nullable: true}", "{type: [string, 'null']}"])
    func `a type that may be null`(yaml: String) throws {
        let schema = try schema(yaml)
        #expect(schema.types == [.string, .null])
        #expect(schema.type == .string)
        #expect(schema.isNullable)
    }

    @Test(arguments: ["{minimum: 1.50, exclusiveMinimum: true}", "{exclusiveMinimum: 1.50}"])
    func `an exclusive bound`(yaml: String) throws {
        #expect(try schema(yaml).exclusiveMinimum == "1.50")
        #expect(try schema(yaml).minimum == nil)
    }

    @Test(arguments: ["{minimum: 1, exclusiveMinimum: false}", "{minimum: 1}"])
    func `an inclusive bound`(yaml: String) throws {
        #expect(try schema(yaml).minimum == "1")
        #expect(try schema(yaml).exclusiveMinimum == nil)
    }

    @Test(arguments: ["{example: 1}", "{examples: [1]}"])
    func examples(yaml: String) throws {
        #expect(try schema(yaml).exampleValues == [1])
    }

    @Test func `a boolean schema`() throws {
        #expect(try schema("{additionalProperties: false}").additionalProperties?.always == false)
        #expect(Schema.always(true).node == true)
    }
}
