import ConcordDeclarations
import ConcordDiagnostics
import ConcordExpansion
import ConcordSwiftReader
import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// The type that an attribute is attached to: what it declares, what is wrong with it, and what it expands to.
struct AttachedDeclaration {
    private let syntax: DeclSyntax
    private let source: SyntaxSource
    private let diagnostics: [ConcordDiagnostics.Diagnostic]
    private let expansion: Expansion?
    private let errorConformance: ErrorConformance?

    private let parameters: GenericParameters

    /// Reads a declaration; `name` is how an extension of it is spelled, `surroundings` are the types around it.
    init(_ declaration: some DeclGroupSyntax, named name: String, in surroundings: [Syntax]) {
        syntax = DeclSyntax(declaration)
        source = SyntaxSource(declaration)
        var reading = Reading()
        let read = source.declarations.first.flatMap { TypeDeclaration($0, &reading) }
        diagnostics = reading.diagnostics
        let access = declaration.accessModifier
        let parameters = GenericParameters(of: surroundings.reversed() + [Syntax(syntax)])
        self.parameters = parameters
        errorConformance = parameters.all.isEmpty ? read.flatMap(ErrorConformance.init) : nil
        expansion = read.map {
            Expansion(
                $0, named: name, access: access, isGeneric: !parameters.all.isEmpty, wireParameters: parameters.onWire)
        }
    }

    /// What stands inside of the type; an initialiser that its author wrote is left alone.
    var members: [DeclSyntax] {
        let ownInitializers = syntax.initializerLabels
        return (expansion?.members ?? []).filter { member in
            guard member.contains("init("),
                let initializer = DeclSyntax("\(raw: member)").as(InitializerDeclSyntax.self)
            else { return true }
            return !ownInitializers.contains(initializer.labels)
        }.map { DeclSyntax(unparsed: $0) }
    }

    /// The extensions that make the type conform.
    var extensions: [ExtensionDeclSyntax] {
        (expansion?.extensions ?? []).map { ExtensionDeclSyntax(unparsed: $0) }
    }

    /// The extension that makes the type sendable, as all that goes over the wire is: a generic one where its parts are.
    ///
    /// Swift takes a conformance that another one brings along for one that a macro owes, if the macro may add it at all.
    func sendableExtension(named name: String) -> ExtensionDeclSyntax {
        let conditions = parameters.all.map { "\($0): Swift.Sendable" }.joined(separator: ", ")
        let clause = conditions.isEmpty ? "" : " where \(conditions)"
        return ExtensionDeclSyntax(unparsed: "extension \(name): Swift.Sendable\(clause) {}")
    }

    /// The extension that lets values be thrown, for an operation to answer with; a generic type has none.
    func errorExtension(named name: String) -> ExtensionDeclSyntax? {
        guard let errorConformance else { return nil }
        let access = (syntax.asProtocol((any DeclGroupSyntax).self)?.accessModifier).map { $0.isEmpty ? "" : $0 + " " }
        return ExtensionDeclSyntax(unparsed: errorConformance.text(of: name, access: access ?? ""))
    }

    /// Tells the compiler what is wrong, in the words of the generator.
    ///
    /// What is wrong with a type inside that has an attribute of its own is told by that attribute's macro.
    func report(to context: some MacroExpansionContext) {
        for diagnostic in diagnostics {
            let token = diagnostic.position.flatMap { source.token(at: $0) }
            if let token, belongsToNestedType(token) { continue }
            context.diagnose(
                SwiftDiagnostics.Diagnostic(
                    node: token.map { Syntax($0) } ?? Syntax(syntax), message: Message(diagnostic)))
        }
    }

    private func belongsToNestedType(_ token: TokenSyntax) -> Bool {
        var node = Syntax(token)
        while let parent = node.parent, parent.id != syntax.id {
            if let group = parent.asProtocol((any DeclGroupSyntax).self), !group.attributes.isEmpty { return true }
            node = parent
        }
        return false
    }
}

/// The generic parameters of a type and of the types around it, outermost first.
private struct GenericParameters {
    private(set) var all: [String] = []
    /// Those of serializers, which stand for values that go over the wire.
    private(set) var onWire: [String] = []

    init(of declarations: [some SyntaxProtocol]) {
        for declaration in declarations {
            guard let clause = declaration.asProtocol((any WithGenericParametersSyntax).self)?.genericParameterClause
            else { continue }
            let names = clause.parameters.map(\.name.text)
            all += names
            let attributes = declaration.asProtocol((any WithAttributesSyntax).self)?.attributes ?? []
            if attributes.contains(where: { $0.isSerializer }) { onWire += names }
        }
    }
}

extension AttributeListSyntax.Element {
    fileprivate var isSerializer: Bool {
        let name = self.as(AttributeSyntax.self)?.attributeName.trimmedDescription
        return name == "Serializer" || name == "Concord.Serializer"
    }
}

/// A diagnostic as the compiler shows it, its help after its message.
private struct Message: DiagnosticMessage {
    let message: String
    let diagnosticID: MessageID
    let severity: DiagnosticSeverity

    init(_ diagnostic: ConcordDiagnostics.Diagnostic) {
        message = diagnostic.message + (diagnostic.help.map { "; \($0)" } ?? "")
        diagnosticID = MessageID(domain: "Concord", id: diagnostic.code)
        severity =
            switch diagnostic.severity {
            case .error: .error
            case .warning: .warning
            case .note: .note
            }
    }
}

extension DeclGroupSyntax {
    /// The access that what satisfies a protocol needs: that of the type, where it is more than the module's own.
    fileprivate var accessModifier: String {
        let names = modifiers.map(\.name.text)
        return ["public", "package"].first { names.contains($0) } ?? ""
    }
}

extension DeclSyntax {
    /// The labels of each initialiser written in the type.
    fileprivate var initializerLabels: Set<[String]> {
        guard let group = asProtocol((any DeclGroupSyntax).self) else { return [] }
        return Set(group.memberBlock.members.compactMap { $0.decl.as(InitializerDeclSyntax.self)?.labels })
    }
}

extension InitializerDeclSyntax {
    fileprivate var labels: [String] { signature.parameterClause.parameters.map(\.firstName.text) }
}
