import ConcordDeclarations
import Foundation
import SwiftParser
import SwiftSyntax
import Testing

/// The traits that the compiler accepts for an attribute are those that the macros and the generator read.
@Suite struct TraitAgreementTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources").standardizedFileURL

    @Test func everyAttributeTakesWhatTheReaderReads() throws {
        let offered = Offered(viewMode: .sourceAccurate)
        try offered.walkFiles(in: Self.sources.appending(path: "ConcordCore/Vocabulary"))
        try offered.walkFiles(in: Self.sources.appending(path: "ConcordCore/Inputs"))
        try offered.walkFiles(in: Self.sources.appending(path: "Concord"))
        #expect(offered.traitTypes.count > 30)
        #expect(TraitForm.owners.subtracting(offered.traitTypes.keys) == [])
        for (attribute, types) in offered.traitTypes {
            let names = types.reduce(into: Set<String>()) { $0.formUnion(offered.members(of: $1)) }
            let missing = names.symmetricDifference(TraitForm.names(of: attribute))
            #expect(missing == [], "@\(attribute)")
        }
    }
}

/// Collects the traits that Swift sources declare, and the attributes that take them.
private final class Offered: SyntaxVisitor {
    /// The names of the trait types that an attribute takes in all overloads.
    private(set) var traitTypes: [String: Set<String>] = [:]
    private var ownMembers: [String: Set<String>] = [:]
    private var inherited: [String: Set<String>] = [:]

    func walkFiles(in folder: URL) throws {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap {
            $0 as? URL
        }
        for file in try #require(files) where file.pathExtension == "swift" {
            walk(Parser.parse(source: try String(contentsOf: file, encoding: .utf8)))
        }
    }

    func members(of type: String) -> Set<String> {
        (inherited[type] ?? []).reduce(into: ownMembers[type] ?? []) { $0.formUnion(members(of: $1)) }
    }

    override func visit(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind {
        collect(node.signature.parameterClause, of: node.name.text)
        return .skipChildren
    }

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
        collect(node.memberBlock, of: node.name.text, inheriting: node.inheritanceClause)
    }

    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
        collect(node.memberBlock, of: node.name.text, inheriting: node.inheritanceClause)
    }

    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
        collect(node.memberBlock, of: node.extendedType.trimmedDescription, inheriting: node.inheritanceClause)
    }

    private func collect(
        _ block: MemberBlockSyntax, of type: String, inheriting clause: InheritanceClauseSyntax?
    ) -> SyntaxVisitorContinueKind {
        inherited[type, default: []].formUnion(clause?.inheritedTypes.map { $0.type.trimmedDescription } ?? [])
        for member in block.members {
            if let initializer = member.decl.as(InitializerDeclSyntax.self) {
                collect(initializer.signature.parameterClause, of: type)
            } else if let function = member.decl.as(FunctionDeclSyntax.self), function.modifiers.isStatic {
                ownMembers[type, default: []].insert(function.name.identifier?.name ?? "")
            } else if let variable = member.decl.as(VariableDeclSyntax.self), variable.modifiers.isStatic,
                // The media types of a body are declared among its traits.
                !variable.leadingTrivia.description.contains("/// `")
            {
                ownMembers[type, default: []].formUnion(variable.bindings.map { $0.pattern.trimmedDescription })
            }
        }
        return .skipChildren
    }

    private func collect(_ parameters: FunctionParameterClauseSyntax, of attribute: String) {
        for parameter in parameters.parameters where parameter.ellipsis != nil {
            let type = parameter.type.trimmedDescription
            if type.hasSuffix("Trait") { traitTypes[attribute, default: []].insert(type) }
        }
    }
}

extension DeclModifierListSyntax {
    fileprivate var isStatic: Bool { contains { $0.name.tokenKind == .keyword(.static) } }
}
