import ConcordDeclarations
import ConcordSwiftPrinter

extension TypeExpander {
    func expand(_ api: APIDeclaration) -> Expansion {
        Expansion(members: [], extensions: [conformance(Core.name("API")) { _ in }])
    }

    /// A scheme is asked for by a value of its type, with the scopes that are needed.
    func expand(_ scheme: SecuritySchemeDeclaration) -> Expansion {
        let initializer = member { $0.line("\(access)init(_ scopes: String...) {}") }
        return Expansion(members: [initializer], extensions: [conformance(Core.name("Authentication")) { _ in }])
    }
}
