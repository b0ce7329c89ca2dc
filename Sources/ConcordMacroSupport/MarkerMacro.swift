import SwiftSyntax
import SwiftSyntaxMacros

/// An attribute without an expansion. The macro of the enclosing type reads it, and so does the generator.
open class MarkerMacro: PeerMacro {
    /// Returns no declarations.
    public static func expansion(
        of node: AttributeSyntax,
        providingPeersOf declaration: some DeclSyntaxProtocol,
        in context: some MacroExpansionContext
    ) -> [DeclSyntax] { [] }
}
