import ConcordDeclarations
import ConcordDiagnostics
import ConcordExpansion
import ConcordSwiftReader
import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// The type that an attribute is attached to, with its declaration, its diagnostics, and its expansion.
struct AttachedDeclaration {
    private let syntax: DeclSyntax
    private let source: SyntaxSource
    private let diagnostics: [ConcordDiagnostics.Diagnostic]
    private let expansion: Expansion?
    private let errorConformance: ErrorConformance?

    private let parameters: GenericParameters

    /// Reads a declaration.
    ///
    /// - Parameters:
    ///   - declaration: The declaration.
    ///   - name: The name of the type in an extension.
    ///   - surroundings: The enclosing types.
    init(_ declaration: some DeclGroupSyntax, named name: String, in surroundings: [Syntax]) {
        syntax = DeclSyntax(declaration)
        source = SyntaxSource(declaration)
        var reading = Reading()
        let namespaces = SurroundingNamespaces(surroundings).names
        let read = source.declarations.first.flatMap {
            TypeDeclaration($0.qualified(with: namespaces), &reading)
        }
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

    /// The members to add to the type, without initializers that the type declares itself.
    var members: [DeclSyntax] {
        let ownInitializers = syntax.initializerLabels
        return (expansion?.members ?? []).filter { member in
            guard member.contains("init("),
                let initializer = DeclSyntax("\(raw: member)").as(InitializerDeclSyntax.self)
            else { return true }
            return !ownInitializers.contains(initializer.labels)
        }.map { DeclSyntax(unparsed: $0) }
    }

    /// The extensions that declare the conformances.
    var extensions: [ExtensionDeclSyntax] {
        (expansion?.extensions ?? []).map { ExtensionDeclSyntax(unparsed: $0) }
    }

    /// Returns the extension that declares the conformance to `Sendable`. A generic type conforms if its arguments do.
    ///
    /// Swift treats an implied conformance as one that the macro must provide if the macro is allowed to add it.
    func sendableExtension(named name: String) -> ExtensionDeclSyntax {
        let conditions = parameters.all.map { "\($0): Swift.Sendable" }.joined(separator: ", ")
        let clause = conditions.isEmpty ? "" : " where \(conditions)"
        return ExtensionDeclSyntax(unparsed: "extension \(name): Swift.Sendable\(clause) {}")
    }

    /// Returns the extension that declares the conformance to `Error`, or `nil` for a generic type.
    func errorExtension(named name: String) -> ExtensionDeclSyntax? {
        guard let errorConformance else { return nil }
        let access = (syntax.asProtocol((any DeclGroupSyntax).self)?.accessModifier).map { $0.isEmpty ? "" : $0 + " " }
        return ExtensionDeclSyntax(unparsed: errorConformance.text(of: name, access: access ?? ""))
    }

    /// Reports the generator's diagnostics to the compiler.
    ///
    /// Diagnostics of a nested type with an attribute of its own are reported by that attribute's macro.
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

/// The generic parameters of a type and its enclosing types, from the outermost to the innermost.
private struct GenericParameters {
    private(set) var all: [String] = []
    /// The parameters of serializers, which represent encodable values.
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

/// A diagnostic for the compiler, with its help after its message.
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
    /// The access level of members that satisfy a protocol: that of the type if it is more than internal.
    fileprivate var accessModifier: String {
        let names = modifiers.map(\.name.text)
        return ["public", "package"].first { names.contains($0) } ?? ""
    }
}

extension DeclSyntax {
    /// The labels of the initializers that the type declares.
    fileprivate var initializerLabels: Set<[String]> {
        guard let group = asProtocol((any DeclGroupSyntax).self) else { return [] }
        return Set(group.memberBlock.members.compactMap { $0.decl.as(InitializerDeclSyntax.self)?.labels })
    }
}

extension InitializerDeclSyntax {
    fileprivate var labels: [String] { signature.parameterClause.parameters.map(\.firstName.text) }
}
