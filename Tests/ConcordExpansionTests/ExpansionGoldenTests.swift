import ConcordDeclarations
import ConcordExpansion
import ConcordSwiftReader
import Foundation
import Testing

/// What each kind of declaration expands to: `Fixtures/Serializer.swift` to `Fixtures/Serializer.expanded`.
@Suite struct ExpansionGoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    @Test(arguments: [
        "Composition", "GenericView", "Inputs", "Model", "ModelSerializer", "RequestPart", "Responses", "Serializer",
        "Union",
        "View", "Wrapper",
    ])
    func expands(name: String) throws {
        let source = try String(contentsOf: Self.folder.appending(path: "\(name).swift"), encoding: .utf8)
        let reading = SwiftReader().read(source, path: "\(name).swift")
        let (program, diagnostics) = Program.read([reading.file])
        #expect(reading.diagnostics + diagnostics == [])
        try compare(
            program.declarations.flatMap { expansions(of: $0, named: $0.head.name) }.joined(separator: "\n"), name)
    }

    private func expansions(of declaration: TypeDeclaration, named name: String) -> [String] {
        let expansion = Expansion(declaration, named: name)
        let members =
            expansion.members.isEmpty ? [] : ["// inside of \(name)\n\(expansion.members.joined(separator: "\n"))"]
        let nested = declaration.nested.flatMap { expansions(of: $0, named: "\(name).\($0.head.name)") }
        return members + expansion.extensions + nested
    }

    /// With `CONCORD_BLESS` in the environment the golden is written anew.
    private func compare(_ text: String, _ name: String) throws {
        let golden = Self.folder.appending(path: "\(name).expanded")
        if ProcessInfo.processInfo.environment["CONCORD_BLESS"] != nil {
            try text.write(to: golden, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == text)
    }
}
