import ConcordDiagnostics
import ConcordOutline

/// A `@Serializer struct` around a `rawValue`: a named scalar, array, or dictionary that validates its value.
public struct WrapperDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The keywords that `@Serializer` states.
    public var keywords: SchemaKeywords
    /// The type of `rawValue`.
    public var type: TypeExpression
    /// The nested types.
    public var nested: [TypeDeclaration]

    /// Creates a wrapper.
    public init(
        _ head: DeclarationHead,
        keywords: SchemaKeywords = SchemaKeywords(),
        type: TypeExpression,
        nested: [TypeDeclaration] = []
    ) {
        self.head = head
        self.keywords = keywords
        self.type = type
        self.nested = nested
    }
}

extension WrapperDeclaration {
    init?(_ outline: Declaration, _ reading: inout Reading) {
        self.init(outline, attribute: "Serializer", &reading)
    }

    init?(_ outline: Declaration, attribute name: String, _ reading: inout Reading) {
        guard case .structure(let body) = outline.kind, let attribute = outline.attribute(name),
            let type = body.typeOfRawValue
        else { return nil }
        self.init(DeclarationHead(body.name, outline, &reading), type: type)
        var arguments = Arguments(attribute)
        head.wireName = arguments.takeWireName()
        keywords = SchemaKeywords(&arguments, &reading)
        arguments.reportRest(known: Keyword.allCases.map(\.rawValue), &reading)
        nested = body.nestedTypes(&reading)
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        let arguments = .text(nil, head.wireName) + keywords.arguments
        let rawValue = Declaration(.variable(Variable("rawValue", type: type)))
        return Declaration(
            documentation: head.documentation,
            attributes: [Attribute("Serializer", arguments.isEmpty ? nil : arguments)] + head.fragmentAttributes,
            .structure(TypeBody(head.name, members: [rawValue] + nested.map(\.outline))))
    }
}

extension TypeBody {
    var typeOfRawValue: TypeExpression? {
        for member in members {
            if case .variable(let variable) = member.kind, variable.name == "rawValue" { return variable.type }
        }
        return nil
    }
}
