import ConcordDiagnostics
import ConcordOpenAPI
import Foundation
import Testing

/// The examples of the rules are correct: each wrong example violates its rule, and no right example violates any rule.
@Suite struct DocumentRuleTests {
    @Test(arguments: DocumentRule.all) func `the wrong example breaks the rule`(rule: DocumentRule) throws {
        guard let wrong = rule.wrong else { return }
        let diagnostics = try diagnostics(of: wrong)
        #expect(diagnostics.contains { $0.code == rule.code && $0.severity == rule.severity })
        // Errors in Swagger 2.0 may also be errors in OpenAPI 3.0, to which it is converted.
        guard !wrong.text.hasPrefix("swagger") else { return }
        #expect(diagnostics.allSatisfy { $0.code == rule.code }, "\(diagnostics.map(\.message))")
    }

    @Test(arguments: DocumentRule.all) func `the right example breaks none`(rule: DocumentRule) throws {
        guard let right = rule.right else { return }
        #expect(FixtureFolder.text(try diagnostics(of: right)) == "")
    }

    @Test func `no two rules have one code`() {
        #expect(Set(DocumentRule.all.map(\.code)).count == DocumentRule.all.count)
        #expect(DocumentRule(code: "duplicate-operation-id")?.severity == .error)
        #expect(DocumentRule(code: "no-such-rule") == nil)
    }

    @Test func `every rule has a document that breaks it, with what is told of it`() throws {
        var codes: Set<String> = []
        let folders = [
            "Conversions/3.0", "Faults", "Limits", "Swagger/everything", "Swagger/faults", "Wholes/chains",
            "Wholes/misplaced-references",
        ]
        for folder in folders {
            for file in try FileManager.default.contentsOfDirectory(atPath: FixtureFolder.path + "/" + folder) {
                guard file.hasSuffix(".txt") else { continue }
                let text = try FixtureFolder.text("\(FixtureFolder.path)/\(folder)/\(file)")
                codes.formUnion(
                    text.matches(of: /(?m)^\S+ (?:error|warning|note): .* \[([a-z0-9-]+)\]$/).map {
                        String($0.output.1)
                    })
            }
        }
        #expect(DocumentRule.all.map(\.code).filter { !codes.contains($0) } == [])
        #expect(codes.filter { DocumentRule(code: $0) == nil } == [])
    }

    private func diagnostics(of example: DocumentRule.Example) throws -> [Diagnostic] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let name = example.text.hasPrefix("{") ? "openapi.json" : "openapi.yaml"
        let file = folder.appendingPathComponent(name)
        try Data(example.document.utf8).write(to: file)
        let reading = Document.read(path: file.path)
        return reading.diagnostics + (reading.document?.validate() ?? [])
    }
}
