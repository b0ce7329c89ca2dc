import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// The macro of a stored dependency in an extension of `AppEnvironment`, which can't have stored properties: `@Entry
/// var forecasts: any ForecastService = LiveForecasts()`.
open class EntryMacro: AccessorMacro, PeerMacro {
    /// Returns the entry type that identifies the dependency and provides its default.
    public static func expansion(
        of node: AttributeSyntax,
        providingPeersOf declaration: some DeclSyntaxProtocol,
        in context: some MacroExpansionContext
    ) -> [DeclSyntax] {
        guard let property = EntryProperty(declaration) else { return [] }
        let type = property.type.map { "<\($0)>" } ?? ""
        return [
            "private static let \(raw: property.entry) = ConcordCore._Core.EnvironmentEntry\(raw: type)(\(raw: property.value))"
        ]
    }

    /// Returns the accessors that read and write the environment's value for the entry.
    public static func expansion(
        of node: AttributeSyntax,
        providingAccessorsOf declaration: some DeclSyntaxProtocol,
        in context: some MacroExpansionContext
    ) -> [AccessorDeclSyntax] {
        guard let property = EntryProperty(declaration) else {
            context.diagnose(Diagnostic(node: Syntax(declaration), message: Misuse()))
            return []
        }
        return [
            "get { self[Self.\(raw: property.entry)] }",
            "set { self[Self.\(raw: property.entry)] = newValue }",
        ]
    }

    private struct Misuse: DiagnosticMessage {
        let message =
            "@Entry requires a property with a default value; write 'var name: Type = value' in 'extension AppEnvironment'"
        let diagnosticID = MessageID(domain: "Concord", id: "entry-without-default")
        let severity = DiagnosticSeverity.error
    }
}

/// A property with one name and a default value.
private struct EntryProperty {
    let entry: String
    let type: String?
    let value: String

    init?(_ declaration: some DeclSyntaxProtocol) {
        guard let variable = declaration.as(VariableDeclSyntax.self), variable.bindings.count == 1,
            let binding = variable.bindings.first, let value = binding.initializer?.value,
            let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.identifier?.name
        else { return nil }
        entry = "_entry_\(name)"
        type = binding.typeAnnotation?.type.trimmedDescription
        self.value = value.trimmedDescription
    }
}
