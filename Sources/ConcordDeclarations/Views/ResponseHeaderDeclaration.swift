import ConcordDiagnostics
import ConcordOutline

/// A `@ResponseHeader struct`: a reusable response header with a `rawValue`.
public struct ResponseHeaderDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The type of `rawValue`.
    public var type: TypeExpression
    /// The value of `.style`, in the spelling of the document.
    public var style: String?
    /// The value of `.explode`.
    public var explode: Bool?
    /// The media types of `.content`, the keywords, `.schema`, and `.openAPI`.
    public var content: ContentDeclaration
    /// The nested types.
    public var nested: [TypeDeclaration]

    /// Creates a header.
    public init(
        _ head: DeclarationHead,
        type: TypeExpression,
        style: String? = nil,
        explode: Bool? = nil,
        content: ContentDeclaration = ContentDeclaration(),
        nested: [TypeDeclaration] = []
    ) {
        self.head = head
        self.type = type
        self.style = style
        self.explode = explode
        self.content = content
        self.nested = nested
    }

    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .structure(let body) = outline.kind, let attribute = outline.attribute("ResponseHeader") else {
            return nil
        }
        guard let type = body.typeOfRawValue else {
            reading.error(
                "header-shape", "@ResponseHeader '\(body.name)' has no value", at: outline.mark,
                help: "add 'var rawValue: Type'")
            return nil
        }
        self.init(DeclarationHead(body.name, outline, &reading), type: type, nested: body.nestedTypes(&reading))
        var arguments = Arguments(attribute)
        head.wireName = arguments.takeWireName()
        style = arguments.takeSymbolOrText("style", &reading)
        explode = arguments.takeFlag("explode", &reading)
        content = ContentDeclaration(reading.mediaTypes(arguments.take("content") ?? []), &arguments, &reading)
        arguments.reportRest(known: Keyword.allCases.map(\.rawValue), &reading)
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        let arguments =
            .symbol("style", style) + .flag("explode", explode) + .list("content", content.mediaTypeExpressions)
            + content.trailingArguments
        let rawValue = Declaration(.variable(Variable("rawValue", type: type)))
        return .component(
            "ResponseHeader", head, arguments: arguments,
            .structure(TypeBody(head.name, members: [rawValue] + nested.map(\.outline))))
    }
}
