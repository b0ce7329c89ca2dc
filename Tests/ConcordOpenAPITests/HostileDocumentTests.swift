import ConcordDiagnostics
import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// Documents with circular references. Each results in a document or a diagnostic.
@Suite struct HostileDocumentTests {
    private func document(components: String) -> String {
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents:\n" + components
    }

    @Test func `references in a circle`() throws {
        let text = document(
            components:
                "  schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}, C: {$ref: '#'}}")
        let document = try #require(Document.read(Array(text.utf8)).document)
        #expect(document.resolve(try #require(document.components?.schemas["A"])) == nil)
        #expect(document.bundled().document == document)
    }

    @Test func `a chain of ten thousand references`() throws {
        let names = (0..<10_000).map { "    S\($0): {$ref: '#/components/schemas/S\($0 + 1)'}\n" }.joined()
        let text = document(components: "  schemas:\n" + names + "    S10000: {type: string}\n")
        let reading = Document.read(Array(text.utf8))
        #expect(reading.diagnostics.isEmpty)
        let document = try #require(reading.document)
        #expect(document.resolve(try #require(document.components?.schemas["S9999"]))?.type == .string)
        #expect(document.resolve(try #require(document.components?.schemas["S0"])) == nil)
    }

    @Test func `ten thousand references to nothing`() {
        let names = (0..<10_000).map { "    S\($0): {$ref: '#/components/schemas/T\($0)'}\n" }.joined()
        let reading = Document.read(Array(document(components: "  schemas:\n" + names).utf8))
        #expect(reading.diagnostics.count == 1_000)
    }

    @Test func `path items that hold each other twice, file by file`() throws {
        let files = (0..<40).map { index in
            let next = "{$ref: 'p\(index + 1).yaml'}"
            return ("p\(index).yaml", "post: {responses: {}, callbacks: {a: {u: \(next)}, b: {u: \(next)}}}\n")
        }
        let root = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {/a: {$ref: p0.yaml}}\n"
        try withFolder([("openapi.yaml", root), ("p40.yaml", "get: {responses: {}}\n")] + files) { folder in
            let reading = Document.read(path: folder + "/openapi.yaml")
            #expect(reading.diagnostics.isEmpty)
            let bundled = try #require(reading.document?.bundled().document)
            #expect(bundled.write(as: .yaml).utf8.count < 10_000_000)
            #expect(Document.read(Array(bundled.write(as: .yaml).utf8)).diagnostics.isEmpty)
        }
    }

    @Test func `files in a circle`() throws {
        let root = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents: {schemas: {A: {$ref: a.yaml}}}\n"
        try withFolder([("openapi.yaml", root), ("a.yaml", "$ref: b.yaml\n"), ("b.yaml", "$ref: a.yaml\n")]) { folder in
            let reading = Document.read(path: folder + "/openapi.yaml")
            #expect(reading.diagnostics.isEmpty)
            let document = try #require(reading.document)
            #expect(document.resolve(try #require(document.components?.schemas["A"])) == nil)
            #expect(document.bundled().document != nil)
        }
    }

    @Test func `more files than may be read`() throws {
        let names = (0..<30).map { "S\($0): {$ref: f\($0).yaml}" }.joined(separator: ", ")
        let root = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents: {schemas: {\(names)}}\n"
        try withFolder([("openapi.yaml", root)] + (0..<30).map { ("f\($0).yaml", "type: string\n") }) { folder in
            var options = DocumentReadingOptions()
            options.maximumFileCount = 20
            let reading = Document.read(path: folder + "/openapi.yaml", options: options)
            #expect(reading.document?.links.files.count == 20)
            #expect(reading.diagnostics.map(\.code) == Array(repeating: "too-many-files", count: 10))
        }
    }

    @Test func `schemas nested as deep as can be read`() throws {
        let depth = 190
        let text = document(
            components: "  schemas: {A: " + String(repeating: "{items: ", count: depth) + "{}"
                + String(repeating: "}", count: depth) + "}\n")
        let document = try #require(Document.read(Array(text.utf8)).document)
        #expect(document.bundled().document == document)
        #expect(document.ordered == document)
    }

    private func withFolder(_ files: [(name: String, text: String)], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in files { try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.name)) }
        try body(folder.path)
    }
}
