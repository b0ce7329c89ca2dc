import ConcordDeclarations
import ConcordSwiftPrinter

extension TypeExpander {
    func expand(_ include: IncludeDeclaration) -> Expansion {
        let text = conformance(Core.name("View")) { writer in
            writer.block("\(access)static var routes: [\(Core.machinery("Route"))]") { writer in
                let prefix = include.head.constantText ?? SwiftWriter.literal(include.prefix)
                writer.line("let authentication = Self.authentication")
                writer.line("return \(Core.machinery("Route")).including(")
                writer.indented { writer in
                    writer.line("Self.views, at: \(prefix),")
                    writer.line("authentication: \(Core.machinery("Stated.authentication"))(authentication))")
                }
            }
        }
        let inputs = expandGroup(include.inputs, isInNamespace: include.head.isInNamespace)
        return Expansion(members: inputs.members, extensions: [text] + inputs.extensions)
    }
}
