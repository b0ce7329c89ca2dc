import ConcordDeclarations
import ConcordSwiftPrinter

extension TypeExpander {
    func expand(_ api: APIDeclaration) -> Expansion {
        Expansion(members: [], extensions: [conformance(Core.name("API")) { _ in }])
    }

    /// A scheme is asked for by a value of its type, with the scopes that are needed.
    func expand(_ scheme: SecuritySchemeDeclaration) -> Expansion {
        let conformance = conformance("\(Core.name("SecurityScheme")), \(Core.name("Authentication"))") { _ in }
        return Expansion(members: [], extensions: [conformance])
    }
}
