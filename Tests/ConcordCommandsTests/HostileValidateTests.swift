import ConcordCommands
import ConcordDiagnostics
import Foundation
import Testing

/// Documents that attack the validator. Each results in a diagnostic, or in none if it is valid.
@Suite struct HostileValidateTests {
    private static let opening = "openapi: 3.1.2\ninfo: {title: t, version: '1'}\n"

    /// Returns the distinct codes of the diagnostics of a document.
    private func codes(_ text: String, files: [(name: String, text: String)] = []) throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "api/openapi.yaml")
        for file in files { try folder.write(file.text, to: file.name) }
        return codes(of: folder.path + "/api/openapi.yaml")
    }

    private func codes(of path: String) -> [String] {
        let outcome = Validate(documents: [path]).run()
        let report = outcome.report(as: .text)
        #expect(outcome.diagnostics.isEmpty == report.isEmpty)
        return Set(outcome.diagnostics.map(\.code)).sorted()
    }

    // MARK: Size

    @Test func `aliases for a billion values`() throws {
        let lines = (0..<12).map {
            "- &a\($0 + 1) [" + Array(repeating: "*a\($0)", count: 9).joined(separator: ", ") + "]\n"
        }
        #expect(
            try codes(Self.opening + "paths: {}\nx-list:\n- &a0 [x, x, x, x]\n" + lines.joined()) == [
                "aliases-too-large"
            ])
    }

    @Test(arguments: ["[", "{a: ", "- ", "{\"a\":", "? "]) func `a hundred thousand levels`(piece: String) throws {
        let text = Self.opening + "x-list:\n  " + String(repeating: piece, count: 100_000)
        #expect(try codes(text) == ["nested-too-deep"])
    }

    @Test func `schemas as deep as can be read`() throws {
        for opening in ["{items: ", "{allOf: [", "{properties: {a: ", "{not: "] {
            let closing = opening.reversed().compactMap { ["{": "}", "[": "]"][$0] }.joined()
            let depth = 180 / closing.count
            let schema = String(repeating: opening, count: depth) + "{}" + String(repeating: closing, count: depth)
            let text = Self.opening + "components: {schemas: {A: {allOf: [\(schema)], example: {a: [[{a: 1}]]}}}}\n"
            #expect(try codes(text).allSatisfy { ["example-rejected", "undecided-example"].contains($0) })
        }
    }

    @Test func `a text of a hundred megabytes`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.opening + "x-text: ", to: "openapi.yaml")
        let path = folder.path + "/openapi.yaml"
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.truncate(atOffset: 100 << 20)
        try file.close()
        #expect(codes(of: path) == ["text-too-long"])
    }

    @Test func `a million keys`() throws {
        let keys = (0..<1_000_000).map { "\"k\($0)\":1" }.joined(separator: ",")
        #expect(
            try codes(
                "{\"openapi\":\"3.1.2\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{},\"x-a\":{\(keys)}}")
                == [])
    }

    @Test func `a hundred thousand mistakes`() throws {
        let schemas = (0..<20_000).map { "    S\($0): {type: strin, requird: [a], enum: [a, a], pattern: '(', x: 1}\n" }
        let found = try codes(Self.opening + "components:\n  schemas:\n" + schemas.joined())
        #expect(found == ["invalid-pattern", "listed-twice", "more-problems", "unknown-keyword", "unknown-type"])
    }

    @Test func `many examples, each of which takes long`() throws {
        let itself = "{$ref: '#/components/schemas/T'}"
        let schemas = (0..<200).map { "    S\($0): {$ref: '#/components/schemas/T', example: 1}\n" }
        let text = "components:\n  schemas:\n    T: {anyOf: [\(itself), \(itself)]}\n" + schemas.joined()
        #expect(try codes(Self.opening + text) == ["circular-reference", "unevaluated-examples"])
    }

    // MARK: Circles

    @Test func `references in a circle`() throws {
        let schemas = "{A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}, C: {$ref: '#'}}"
        #expect(
            try codes(Self.opening + "components: {schemas: \(schemas)}\n")
                == ["circular-reference", "reference-to-another-kind"])
    }

    @Test func `a schema that holds itself in every way, with an example`() throws {
        let itself = "{$ref: '#/components/schemas/A'}"
        let ways =
            "allOf: [\(itself), \(itself)], anyOf: [\(itself), \(itself)], not: {not: \(itself)}, items: \(itself)"
        let text =
            Self.opening + "components: {schemas: {A: {\(ways), properties: {a: \(itself)}, example: {a: {a: [1]}}}}}\n"
        #expect(try codes(text) == ["circular-reference", "unevaluated-examples"])
    }

    @Test func `files in a circle`() throws {
        let files = [("api/a.yaml", "$ref: b.yaml\n"), ("api/b.yaml", "$ref: a.yaml\n")]
        #expect(
            try codes(Self.opening + "components: {schemas: {A: {$ref: a.yaml}}}\n", files: files)
                == ["circular-reference"])
    }

    @Test func `a pattern on which a backtracking matcher takes forever`() throws {
        let text = String(repeating: "a", count: 5_000) + "!"
        let schema = "{type: string, pattern: '^(a+)+$', example: '\(text)'}"
        #expect(try codes(Self.opening + "components: {schemas: {A: \(schema)}}\n") == ["example-rejected"])
    }

    // MARK: Out of the folder

    @Test(arguments: [
        "/etc/passwd", "../../x.yaml", "../x.yaml", "a/../../x.yaml", "%2e%2e/x.yaml", "..%2fx.yaml",
    ])
    func `paths that lead out`(path: String) throws {
        let found = try codes(
            Self.opening + "components: {schemas: {A: {$ref: '\(path)'}}}\n", files: [("x.yaml", "type: string\n")])
        #expect(found == ["outside-folder"])
    }

    @Test(arguments: ["file:///etc/passwd", "https://example.com/x.yaml", "//example.com/x.yaml"])
    func `URLs`(url: String) throws {
        #expect(try codes(Self.opening + "components: {schemas: {A: {$ref: '\(url)'}}}\n") == ["remote-reference"])
    }

    @Test func `symbolic links that lead out`() throws {
        let folder = try TemporaryFolder()
        try folder.write("type: string\n", to: "outside/x.yaml")
        try folder.write(
            Self.opening + "components: {schemas: {A: {$ref: link.yaml}, B: {$ref: folder/x.yaml}}}\n",
            to: "api/openapi.yaml")
        let links = [("api/link.yaml", "outside/x.yaml"), ("api/folder", "outside")]
        for (link, target) in links {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/" + link, withDestinationPath: folder.path + "/" + target)
        }
        #expect(codes(of: folder.path + "/api/openapi.yaml") == ["outside-folder"])
    }

    @Test func `devices`() throws {
        #expect(codes(of: "/dev/zero") == ["unreadable-file"])
    }

    // MARK: Bytes

    @Test func `bytes that are no text`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/openapi.yaml"
        func codes(_ bytes: [UInt8]) throws -> [String] {
            try Data(Array((Self.opening + "x-a: \"").utf8) + bytes + Array("\"\npaths: {}\n".utf8)).write(
                to: URL(filePath: path))
            return self.codes(of: path)
        }
        #expect(try codes([0xFF]) == ["not-utf8"])
        #expect(try codes([0xC0, 0xAF]) == ["not-utf8"])
        #expect(try codes([0xED, 0xA0, 0x80]) == ["not-utf8"])
        #expect(try codes([0x00]) == ["yaml-character"])
        #expect(try codes([0x1B, 0x5B, 0x32, 0x4A]) == ["yaml-character"])
    }

    @Test func `cut off at each byte`() throws {
        let text = """
            openapi: 3.1.2
            info: {title: "t", version: '1'}
            tags: &tags [{name: pets}]
            x-tags: *tags
            paths:
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, schema: {$ref: '#/components/schemas/ID'}}]
                get:
                  responses:
                    '200':
                      description: |
                        A pet.
            components:
              schemas: {ID: {type: string, pattern: '^[a-z]+(?:-[0-9]{1,3})?$', enum: [a, b], example: a}}

            """
        let folder = try TemporaryFolder()
        let path = folder.path + "/openapi.yaml"
        let bytes = Array(text.utf8)
        for length in bytes.indices {
            try Data(bytes[..<length]).write(to: URL(filePath: path))
            let outcome = Validate(documents: [path]).run()
            #expect((outcome.status == .fine) == outcome.diagnostics.allSatisfy { $0.severity < .error }, "\(length)")
        }
        try folder.write(text, to: "openapi.yaml")
        #expect(Validate(documents: [path]).run().status == .fine, "the whole is sound")
    }
}
