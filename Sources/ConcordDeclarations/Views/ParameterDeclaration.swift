import ConcordDiagnostics
import ConcordOutline

/// A `@Parameter struct`: a reusable parameter with one wrapped property.
public struct ParameterDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The wrapped property.
    public var input: InputDeclaration
    /// The nested types.
    public var nested: [TypeDeclaration]

    /// Creates a parameter.
    public init(_ head: DeclarationHead, input: InputDeclaration, nested: [TypeDeclaration] = []) {
        self.head = head
        self.input = input
        self.nested = nested
    }

    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .structure(let body) = outline.kind, let attribute = outline.attribute("Parameter") else {
            return nil
        }
        let inputs = body.inputs(&reading)
        guard inputs.count == 1, let input = inputs.first else {
            reading.error(
                "parameter-shape", "@Parameter '\(body.name)' must have exactly one wrapped property", at: outline.mark,
                help: "add '@Query var value: Type'")
            return nil
        }
        self.init(DeclarationHead(body.name, outline, &reading), input: input, nested: body.nestedTypes(&reading))
        var arguments = Arguments(attribute)
        head.wireName = arguments.takeWireName()
        arguments.reportRest(known: [], &reading)
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        .component(
            "Parameter", head, .structure(TypeBody(head.name, members: [input.propertyOutline] + nested.map(\.outline)))
        )
    }
}

extension Declaration {
    /// Returns a declaration whose attribute has the wire name and further arguments.
    static func component(
        _ attribute: String, _ head: DeclarationHead, arguments: [Argument] = [], _ kind: Kind
    ) -> Declaration {
        let arguments = .text(nil, head.wireName) + arguments
        return Declaration(
            documentation: head.documentation,
            attributes: [Attribute(attribute, arguments.isEmpty ? nil : arguments)] + head.fragmentAttributes, kind)
    }
}
