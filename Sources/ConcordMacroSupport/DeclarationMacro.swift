import ConcordExpansion
import SwiftSyntax
import SwiftSyntaxMacros

/// An attribute of a type: the declaration is read as the generator reads it, and expanded to what makes it run.
open class DeclarationMacro: ExtensionMacro, MemberMacro {
    /// The expansion is laid out already, and swift-syntax would take longer for that than for all the rest.
    public static var formatMode: FormatMode { .disabled }

    /// The conformances of the type.
    public static func expansion(
        of node: AttributeSyntax,
        attachedTo declaration: some DeclGroupSyntax,
        providingExtensionsOf type: some TypeSyntaxProtocol,
        conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) -> [ExtensionDeclSyntax] {
        let name = type.trimmedDescription
        let attached = AttachedDeclaration(declaration, named: name, in: context.lexicalContext)
        // The roles of an attribute expand one by one; this one tells of mistakes, so that each is told once.
        attached.report(to: context)
        var extensions = attached.extensions
        if protocols.contains(where: { $0.isSendable }) {
            extensions.append(attached.sendableExtension(named: name))
        }
        if protocols.contains(where: { $0.isError }), let error = attached.errorExtension(named: name) {
            extensions.append(error)
        }
        return extensions
    }

    /// What stands inside of the type.
    public static func expansion(
        of node: AttributeSyntax,
        providingMembersOf declaration: some DeclGroupSyntax,
        conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) -> [DeclSyntax] {
        AttachedDeclaration(declaration, named: "Self", in: context.lexicalContext).members
    }
}

extension TypeSyntax {
    fileprivate var isSendable: Bool { ["Sendable", "Swift.Sendable"].contains(trimmedDescription) }
    fileprivate var isError: Bool { ["Error", "Swift.Error"].contains(trimmedDescription) }
}
