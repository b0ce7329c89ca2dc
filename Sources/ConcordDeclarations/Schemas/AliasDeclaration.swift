import ConcordDiagnostics
import ConcordOutline

/// A type alias. With `@Schema`, it is a component without constraints. Otherwise, it is only another name for the
/// type.
public struct AliasDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// Whether the alias has `@Schema`, so that it is a component.
    public var isComponent: Bool
    /// The keywords that `@Schema` states.
    public var keywords: SchemaKeywords
    /// The generic parameters, each with its constraint.
    public var genericParameters: [String]
    /// The aliased type.
    public var type: TypeExpression

    /// Creates an alias.
    public init(
        _ head: DeclarationHead,
        isComponent: Bool = true,
        keywords: SchemaKeywords = SchemaKeywords(),
        genericParameters: [String] = [],
        type: TypeExpression
    ) {
        self.head = head
        self.isComponent = isComponent
        self.keywords = keywords
        self.genericParameters = genericParameters
        self.type = type
    }
}

extension AliasDeclaration {
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .alias(let name, let genericParameters, let type) = outline.kind else { return nil }
        self.init(
            DeclarationHead(name, outline, &reading), isComponent: false, genericParameters: genericParameters,
            type: type)
        guard let attribute = outline.attribute("Schema") else { return }
        guard genericParameters.isEmpty else {
            reading.error(
                "generic-component", "'\(name)' is generic, so it is not a single component", at: attribute.mark,
                help: "remove @Schema, or attach it to a type alias that specializes '\(name)'")
            return
        }
        isComponent = true
        var arguments = Arguments(attribute)
        head.wireName = arguments.takeWireName()
        keywords = SchemaKeywords(&arguments, &reading)
        arguments.reportRest(known: Keyword.allCases.map(\.rawValue), &reading)
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        let arguments = .text(nil, head.wireName) + keywords.arguments
        return Declaration(
            documentation: head.documentation,
            attributes: (isComponent ? [Attribute("Schema", arguments.isEmpty ? nil : arguments)] : [])
                + head.fragmentAttributes,
            .alias(name: head.name, genericParameters: genericParameters, type: type))
    }
}
