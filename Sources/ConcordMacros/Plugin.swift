import ConcordMacroSupport
import SwiftCompilerPlugin
import SwiftSyntaxMacros

@main
struct Plugin: CompilerPlugin {
    let providingMacros: [Macro.Type] = [DeclarationMacro.self, EntryMacro.self, MarkerMacro.self]
}

// The compiler finds macros by the name of the plugin's module. Their implementation is in a library, so that tests can
// import it.
final class DeclarationMacro: ConcordMacroSupport.DeclarationMacro {}
final class EntryMacro: ConcordMacroSupport.EntryMacro {}
final class MarkerMacro: ConcordMacroSupport.MarkerMacro {}
