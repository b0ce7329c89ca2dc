import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// `@Entry var forecasts: any ForecastService = LiveForecasts()`: a stored dependency in an extension of `AppEnvironment`,
/// which can hold none itself.
open class EntryMacro: AccessorMacro, PeerMacro {
    /// The entry that identifies the dependency and holds its default.
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

    /// The accessors that read and write the environment's value of the entry.
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
            "@Entry needs a property with a default; write 'var name: Type = value' in 'extension AppEnvironment'"
        let diagnosticID = MessageID(domain: "Concord", id: "entry-without-default")
        let severity = DiagnosticSeverity.error
    }
}

/// A property with one name and a default.
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
