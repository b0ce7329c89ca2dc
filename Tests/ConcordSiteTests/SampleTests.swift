import ConcordGoldens
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

@testable import ConcordSite

/// Samples are valid for their schemas.
struct SampleTests {
    /// Schemas without a sample accept no value, or none that is easy to find: those of other documents have one.
    @Test(arguments: try corpusDocuments())
    func almostAllSchemasHaveASample(document url: URL) throws {
        let document = try Documents.read(url)
        let site = SiteContent(document, SiteSettings(), isSinglePage: true)
        var conformance = SchemaConformance(document, resolver: site.components.resolver)
        var missing: [String] = []
        let schemas = site.components.schemas.prefix(400)
        for schema in schemas {
            var samples = SampleValue(site.document, site.components.resolver, .response)
            guard let value = samples.node(for: schema.value) else {
                missing.append(schema.name)
                continue
            }
            #expect(conformance.failures(of: value, in: schema.value) == [], "\(schema.name)")
        }
        #expect(missing.count * 20 <= schemas.count + 19, "\(missing)")
    }

    @Test(arguments: [
        ("{type: string, minLength: 20, maxLength: 22}", "\"stringstringstringst\""),
        ("{type: string, pattern: '^[A-Z]{3}-[0-9]{2}$'}", "\"AAA-00\""),
        ("{type: integer, minimum: 3, multipleOf: 5}", "5"),
        ("{type: number, exclusiveMinimum: 0, exclusiveMaximum: 1}", "0.5"),
        ("{type: integer, maximum: -4}", "-4"),
        ("{type: array, items: {type: string}, minItems: 2, uniqueItems: true}", "[\"string\",\"string2\"]"),
        ("{type: array, contains: {const: 7}, minContains: 2}", "[7,7]"),
        ("{type: array, prefixItems: [{const: a}, {type: integer}], items: false}", "[\"a\",1]"),
        ("{type: object, required: [a], properties: {a: {const: 1}}, additionalProperties: false}", "{\"a\":1}"),
        ("{type: object, minProperties: 2, additionalProperties: {type: boolean}}", "{\"key\":true,\"key2\":true}"),
        ("{type: object, patternProperties: {'^x-': {type: integer}}, minProperties: 1}", "{\"x-\":1}"),
        (
            "{allOf: [{type: object, required: [a], properties: {a: {type: string}}}, {properties: {b: {const: 2}}}]}",
            "{\"a\":\"string\",\"b\":2}"
        ),
        ("{oneOf: [{type: 'null'}, {type: string, enum: [on]}]}", "\"on\""),
        ("{type: string, example: stated}", "\"stated\""),
        ("{type: integer, example: wrong}", "1"),
        ("{type: [string, 'null'], format: date}", "\"2030-01-31\""),
    ])
    func valueIsTheShortestThatFits(schema: String, expected: String) throws {
        let document = try Documents.read(
            yaml: "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {S: \(schema)}}")
        let site = SiteContent(document, SiteSettings(), isSinglePage: true)
        var samples = SampleValue(site.document, site.components.resolver, .request)
        let stated = try #require(site.components.schemas["S"])
        #expect(samples.node(for: stated)?.compactJSON == expected)
    }

    @Test func discriminatorNamesTheAlternative() throws {
        let document = try Documents.read(
            yaml: """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                components:
                  schemas:
                    Pet: {oneOf: [{$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {dog: '#/components/schemas/Dog'}}}
                    Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
                """)
        let site = SiteContent(document, SiteSettings(), isSinglePage: true)
        var samples = SampleValue(site.document, site.components.resolver, .request)
        #expect(samples.node(for: try #require(site.components.schemas["Pet"]))?.compactJSON == "{\"kind\":\"dog\"}")
    }
}
