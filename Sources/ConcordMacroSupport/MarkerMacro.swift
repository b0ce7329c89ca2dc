import SwiftSyntax
import SwiftSyntaxMacros

/// An attribute that expands to nothing: the macro of the type around it reads it, and so does the generator.
open class MarkerMacro: PeerMacro {
    /// Nothing.
    public static func expansion(
        of node: AttributeSyntax,
        providingPeersOf declaration: some DeclSyntaxProtocol,
        in context: some MacroExpansionContext
    ) -> [DeclSyntax] { [] }
}
