import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

@Suite struct ReferenceResolverTests {
    private let document = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        paths: {/pets/{id}: {get: {x-data: [1, {a: here}]}}}
        components:
          schemas:
            Pet: {title: pet, $anchor: pet, $defs: {in: {title: inner}}}
            Cat: {$ref: '#/components/schemas/Pet'}
            A: {$ref: '#/components/schemas/B'}
            B: {$ref: '#/components/schemas/A'}
            a~b/c: {title: odd}
            Named:
              $id: https://example.com/schemas/named
              title: named
              $defs: {x: {$anchor: x, title: x}}
              properties: {own: {$ref: '#/$defs/x'}, anchor: {$ref: '#x'}, sibling: {$ref: other}}
            Other: {$id: 'https://example.com/schemas/other', title: other}
        """.replacingOccurrences(of: "{/pets/{id}:", with: "{'/pets/{id}':")

    private func read() throws -> Document {
        let reading = Document.read(Array(document.utf8))
        #expect(reading.diagnostics.map(\.message) == [])
        return try #require(reading.document)
    }

    @Test(
        arguments: [
            ("#/components/schemas/Pet", "pet"), ("#/components/schemas/Cat", "pet"), ("#pet", "pet"),
            ("#/components/schemas/Pet/$defs/in", "inner"), ("#/components/schemas/a~0b~1c", "odd"),
            ("#/components/schemas/%50et", "pet"), ("https://example.com/schemas/named", "named"),
            ("https://example.com/schemas/named#x", "x"), ("https://example.com/schemas/named#/$defs/x", "x"),
            ("#/components/schemas/Nobody", nil), ("#/components/schemas/A", nil), ("#nobody", nil),
            ("nobody.yaml", nil),
            ("#/components/schemas/Pet/", nil), ("#components", nil),
        ])
    func `a reference leads to`(reference: String, title: String?) throws {
        let document = try read()
        let schema = Schema(["$ref": .string(reference)])
        #expect(document.resolve(schema)?.title == title)
        #expect(ReferenceResolver(document).resolve(schema)?.title == title)
    }

    @Test(arguments: [("own", "x"), ("anchor", "x"), ("sibling", "other")])
    func `a reference inside a schema with a URI`(property: String, title: String) throws {
        let document = try read()
        let schema = try #require(document.components?.schemas["Named"]?.properties[property])
        #expect(document.resolve(schema)?.title == title)
    }

    @Test func `into anything`() throws {
        let document = try read()
        let resolver = ReferenceResolver(document)
        let target = resolver.target(of: "#/paths/~1pets~1%7Bid%7D/get/x-data/1/a", in: document.node)
        #expect(try target.get() == "here")
    }

    @Test(
        arguments: [
            ("/etc/passwd", "outside-folder"), ("../outside.yaml", "outside-folder"), ("link.yaml", "outside-folder"),
            ("folder/../../outside.yaml", "outside-folder"), ("%2E%2E/outside.yaml", "outside-folder"),
            ("file:///etc/passwd", "remote-reference"), ("https://example.com/a.yaml", "remote-reference"),
            ("//example.com/a.yaml", "remote-reference"), ("nobody.yaml", "no-such-file"),
            ("folder", "unreadable-file"),
            ("a%00b", "unreadable-file"), ("inside.yaml", nil), ("./folder/../inside.yaml", nil), ("inner.yaml", nil),
        ])
    func `what lies outside the folder is refused`(reference: String, code: String?) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        let api = root.appendingPathComponent("api")
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(
            at: api.appendingPathComponent("folder"), withIntermediateDirectories: true)
        for path in ["outside.yaml", "api/inside.yaml"] {
            try Data("type: string".utf8).write(to: root.appendingPathComponent(path))
        }
        try FileManager.default.createSymbolicLink(
            at: api.appendingPathComponent("link.yaml"), withDestinationURL: root.appendingPathComponent("outside.yaml")
        )
        try FileManager.default.createSymbolicLink(
            at: api.appendingPathComponent("inner.yaml"), withDestinationURL: api.appendingPathComponent("inside.yaml"))
        let text =
            "{openapi: 3.1.0, info: {title: t, version: '1'}, components: {schemas: {A: {$ref: '\(reference)'}}}}"
        try Data(text.utf8).write(to: api.appendingPathComponent("openapi.yaml"))
        let reading = Document.read(path: api.path + "/openapi.yaml")
        #expect(reading.diagnostics.map(\.code) == [code].compactMap(\.self))
        #expect(reading.diagnostics.allSatisfy { $0.position?.line == 1 })
    }
}
