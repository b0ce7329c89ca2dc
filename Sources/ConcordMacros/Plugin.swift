import ConcordMacroSupport
import SwiftCompilerPlugin
import SwiftSyntaxMacros

@main
struct Plugin: CompilerPlugin {
    let providingMacros: [Macro.Type] = [DeclarationMacro.self, EntryMacro.self, MarkerMacro.self]
}

// The compiler asks for macros by the name of the plugin's module; their code stands in a library that tests can import.
final class DeclarationMacro: ConcordMacroSupport.DeclarationMacro {}
final class EntryMacro: ConcordMacroSupport.EntryMacro {}
final class MarkerMacro: ConcordMacroSupport.MarkerMacro {}
