import ConcordDeclarations
import ConcordSwiftPrinter

extension TypeExpander {
    func expand(_ api: APIDeclaration) -> Expansion {
        let text = conformance(Core.name("API")) { writer in
            writer.block("\(access)static var defaultAuthentication: [any \(Core.name("Authentication"))]") { writer in
                if api.head.statesSecurity { return writer.line("[\(Core.machinery("UnreadableRequirement"))()]") }
                writer.line("let authentication = Self.authentication")
                writer.line("return \(Core.machinery("Stated.authentication"))(authentication) ?? []")
            }
        }
        return Expansion(members: [], extensions: [text])
    }

    /// Operations require a scheme with a value of its type, which holds the required scopes.
    func expand(_ scheme: SecuritySchemeDeclaration) -> Expansion {
        let members = [
            member { writer in
                writeDocumentation("The scopes that an operation requires.", to: &writer)
                writer.line("\(access)let scopes: [Swift.String]")
            },
            member { writer in
                writeDocumentation("Creates the requirement of an operation.", to: &writer)
                writer.block("\(access)init(_ scopes: Swift.String...)") { $0.line("self.scopes = scopes") }
            },
        ]
        let text = conformance("\(Core.name("SecurityScheme")), \(Core.name("Authentication"))") { writer in
            writer.line("\(access)typealias Credential = \(Core.name(scheme.kind.credential))")
            writer.line(
                "\(access)static var name: Swift.String { \(SwiftWriter.literal(scheme.head.componentWireName)) }")
            writer.line(
                "\(access)static var source: \(Core.name("CredentialSource")) { \(scheme.kind.source.text) }")
        }
        return Expansion(members: members, extensions: [text])
    }
}
