import ConcordExpansion
import SwiftSyntax
import SwiftSyntaxMacros

/// The macro of an attribute of a type. It reads the declaration as the generator does, and expands to its
/// implementation.
open class DeclarationMacro: ExtensionMacro, MemberMacro {
    /// The expansion is already formatted, and formatting by swift-syntax would take longer than everything else.
    public static var formatMode: FormatMode { .disabled }

    /// Returns the extensions that declare the conformances of the type.
    public static func expansion(
        of node: AttributeSyntax,
        attachedTo declaration: some DeclGroupSyntax,
        providingExtensionsOf type: some TypeSyntaxProtocol,
        conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) -> [ExtensionDeclSyntax] {
        let name = type.trimmedDescription
        let attached = AttachedDeclaration(declaration, named: name, in: context.lexicalContext)
        // Each role of an attribute is expanded separately. Only this one reports diagnostics, so none is reported
        // twice.
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

    /// Returns the members to add to the type.
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
