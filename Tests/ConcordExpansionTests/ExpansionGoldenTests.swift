import ConcordDeclarations
import ConcordExpansion
import ConcordGoldens
import ConcordSwiftReader
import Foundation
import Testing

/// Each kind of declaration is expanded: `Fixtures/Serializer.swift` to `Fixtures/Serializer.expanded`.
@Suite struct ExpansionGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path

    @Test(arguments: try fixtureNames(in: folder, endingWith: ".swift", golden: ".expanded"))
    func expands(name: String) throws {
        let source = try String(contentsOf: URL(filePath: "\(Self.folder)/\(name).swift"), encoding: .utf8)
        let reading = SwiftReader().read(source, path: "\(name).swift")
        let (program, diagnostics) = Program.read([reading.file])
        #expect(reading.diagnostics + diagnostics == [])
        let text = program.declarations.flatMap { expansions(of: $0, named: $0.head.name) }.joined(separator: "\n")
        let difference = try GoldenFile("\(Self.folder)/\(name).expanded").difference(from: text)
        #expect(difference == nil)
    }

    private func expansions(of declaration: TypeDeclaration, named name: String) -> [String] {
        let expansion = Expansion(declaration, named: name)
        let members =
            expansion.members.isEmpty ? [] : ["// inside of \(name)\n\(expansion.members.joined(separator: "\n"))"]
        let nested = declaration.nested.flatMap { expansions(of: $0, named: "\(name).\($0.head.name)") }
        return members + expansion.extensions + nested
    }
}
