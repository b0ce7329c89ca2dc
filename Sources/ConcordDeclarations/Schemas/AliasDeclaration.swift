import ConcordDiagnostics
import ConcordOutline

/// A type alias: with `@Schema` a named schema that has nothing to enforce, without it just another name.
public struct AliasDeclaration: Hashable, Sendable {
    /// Name, comment and fragments.
    public var head: DeclarationHead
    /// Whether `@Schema` is written, so that the alias is a component.
    public var isComponent: Bool
    /// What `@Schema` states about the schema.
    public var keywords: SchemaKeywords
    /// What the name stands for.
    public var type: TypeExpression

    /// Makes an alias.
    public init(
        _ head: DeclarationHead,
        isComponent: Bool = true,
        keywords: SchemaKeywords = SchemaKeywords(),
        type: TypeExpression
    ) {
        self.head = head
        self.isComponent = isComponent
        self.keywords = keywords
        self.type = type
    }
}

extension AliasDeclaration {
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .alias(let name, let type) = outline.kind else { return nil }
        self.init(DeclarationHead(name, outline, &reading), isComponent: false, type: type)
        guard let attribute = outline.attribute("Schema") else { return }
        isComponent = true
        var arguments = Arguments(attribute)
        head.wireName = arguments.takeWireName()
        keywords = SchemaKeywords(&arguments, &reading)
        arguments.reportRest(known: Keyword.allCases.map(\.rawValue), &reading)
    }

    /// The outline that states this.
    public var outline: Declaration {
        let arguments = .text(nil, head.wireName) + keywords.arguments
        return Declaration(
            documentation: head.documentation,
            attributes: (isComponent ? [Attribute("Schema", arguments.isEmpty ? nil : arguments)] : [])
                + head.fragmentAttributes,
            .alias(name: head.name, type: type))
    }
}
