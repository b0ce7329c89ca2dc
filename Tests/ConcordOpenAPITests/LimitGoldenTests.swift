import ConcordOpenAPI
import ConcordYAML
import Foundation
import Testing

/// Documents that exceed the limits and are too large for files, with their diagnostics in text files.
@Suite struct LimitGoldenTests {
    private static let opening = "openapi: 3.1.2\ninfo: {title: t, version: '1'}\npaths: {}\n"

    private func expect(_ name: String, _ text: String, options: DocumentReadingOptions = .init()) throws {
        let reading = Document.read(Array(text.utf8), file: name + ".yaml", options: options)
        let diagnostics = reading.diagnostics + (reading.document?.validate() ?? [])
        try FixtureFolder.expect(
            FixtureFolder.text(diagnostics), equals: "\(FixtureFolder.path)/Limits/\(name).txt")
    }

    private func limits(_ change: (inout ReadingLimits) -> Void) -> DocumentReadingOptions {
        var options = DocumentReadingOptions()
        change(&options.limits)
        return options
    }

    @Test func `a long file`() throws {
        try expect(
            "long", Self.opening + String(repeating: "# comment\n", count: 100), options: limits { $0.bytes = 1_000 })
    }

    @Test func `many values`() throws {
        try expect(
            "many-values", Self.opening + "x-list: [" + String(repeating: "a, ", count: 200) + "a]\n",
            options: limits { $0.nodes = 100 })
    }

    @Test func `many directives`() throws {
        try expect("many-directives", String(repeating: "%TAG !a! a\n", count: 2_000) + "---\n" + Self.opening)
    }

    @Test func `deep nesting`() throws {
        try expect("deep", Self.opening + "x-list: " + String(repeating: "[", count: 100_000))
    }

    @Test func `aliases for a billion values`() throws {
        let lines = (0..<12).map {
            "- &a\($0 + 1) [" + Array(repeating: "*a\($0)", count: 9).joined(separator: ", ") + "]\n"
        }
        try expect("aliases", Self.opening + "x-list:\n- &a0 [x, x, x, x, x, x, x, x, x]\n" + lines.joined())
    }

    @Test func `references from a text without a folder`() throws {
        try expect("no-folder", Self.opening + "components: {schemas: {Pet: {$ref: pet.yaml}}}\n")
    }

    @Test func `many files`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let names = (0..<4).map { "s\($0).yaml" }
        for name in names { try Data("type: string\n".utf8).write(to: folder.appendingPathComponent(name)) }
        let schemas = names.map { "\($0): {$ref: \($0)}" }.joined(separator: ", ")
        let root = folder.appendingPathComponent("openapi.yaml")
        try Data((Self.opening + "components: {schemas: {\(schemas)}}\n").utf8).write(to: root)
        var options = DocumentReadingOptions()
        options.maximumFileCount = 2
        let text = FixtureFolder.text(Document.read(path: root.path, options: options).diagnostics)
        try FixtureFolder.expect(
            text.replacingOccurrences(of: folder.path + "/", with: ""),
            equals: "\(FixtureFolder.path)/Limits/many-files.txt")
    }

    @Test func `an example that comes to its schema by very many ways`() throws {
        let branches = Array(repeating: "{$ref: '#/components/schemas/Tree'}", count: 9).joined(separator: ", ")
        try expect(
            "many-ways",
            Self.opening + "components: {schemas: {Tree: {anyOf: [\(branches)], not: {}, example: leaf}}}\n")
    }
}
