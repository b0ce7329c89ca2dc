import ConcordDeclarations
import ConcordMacroSupport
import ConcordSwiftReader
import Foundation
import SwiftParser
import SwiftSyntax
import SwiftSyntaxMacroExpansion
import SwiftSyntaxMacros
import Testing

/// Errors in declarations. The files in `Fixtures` state the expected error of a line after `// error:`.
@Suite struct DiagnosticsTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    static let files = ["Arguments", "Models", "NamedValues", "Paths", "Shapes"]

    /// The generator reports errors that only the schema of a type shows when it writes the schema. A macro reports
    /// them immediately.
    @Test(arguments: files + ["Types"])
    func compilerErrors(file: String) throws {
        let source = try text(file)
        #expect(macroErrors(source, file) == expected(source))
    }

    @Test(arguments: files)
    func generatorSaysTheSame(file: String) throws {
        let source = try text(file)
        let reading = SwiftReader().read(source, path: file)
        let found = Program.read([reading.file]).diagnostics.map { diagnostic in
            let help = diagnostic.help.map { "; \($0)" } ?? ""
            return "\(diagnostic.position?.line ?? 0): \(diagnostic.message)\(help)"
        }
        #expect(found.sorted() == expected(source))
    }

    private func text(_ file: String) throws -> String {
        try String(contentsOf: Self.folder.appending(path: "\(file).swift"), encoding: .utf8)
    }

    /// Returns the expected errors as `3: message`, sorted.
    private func expected(_ source: String) -> [String] {
        source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            line.firstRange(of: "// error: ").map { "\(index + 1): \(line[$0.upperBound...])" }
        }.sorted()
    }

    /// Returns the errors that the macros of all types in a file report. Each macro is expanded separately, as by the
    /// compiler.
    private func macroErrors(_ source: String, _ file: String) -> [String] {
        let tree = Parser.parse(source: source)
        let collector = AttachedTypes(viewMode: .sourceAccurate)
        collector.walk(tree)
        return collector.types.flatMap { declaration, attribute -> [String] in
            let context = BasicMacroExpansionContext(
                sourceFiles: [tree: .init(moduleName: "Fixture", fullFilePath: file)])
            _ = DeclarationMacro.expansion(
                of: attribute, attachedTo: declaration, providingExtensionsOf: TypeSyntax("Fixture"), conformingTo: [],
                in: context)
            return context.diagnostics.map { diagnostic in
                let line = diagnostic.node.startLocation(converter: SourceLocationConverter(fileName: file, tree: tree))
                    .line
                return "\(line): \(diagnostic.message)"
            }
        }.sorted()
    }
}

/// Collects the types with an attribute that expands.
private final class AttachedTypes: SyntaxVisitor {
    private(set) var types: [(declaration: any DeclGroupSyntax, attribute: AttributeSyntax)] = []

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { collect(node) }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { collect(node) }

    private func collect(_ node: some DeclGroupSyntax) -> SyntaxVisitorContinueKind {
        let attributes = node.attributes.compactMap { $0.as(AttributeSyntax.self) }
        if let attribute = attributes.first(where: { $0.attributeName.trimmedDescription != "OpenAPI" }) {
            types.append((node, attribute))
        }
        return .visitChildren
    }
}
