import ConcordDiagnostics
import ConcordOutline

/// A `@Response(…)` attribute of a function: one of the operation's responses, or further arguments for the main
/// response.
public struct ResponseStatement: Hashable, Sendable {
    /// The status of the response.
    public var status: StatusKey
    /// The type of the content, or a `@Response` type, or `nil` in an attribute for the main response.
    public var type: TypeExpression?
    /// The description. By default, it is the status's reason phrase.
    public var description: Stated<String>
    /// The value of `.summary` (OpenAPI 3.2).
    public var summary: String?
    /// The value of `.links`.
    public var links: [NamedObjectUse] = []
    /// The media types, the keywords, `.schema`, and `.openAPI`.
    public var content: ContentDeclaration
    /// The position of the attribute.
    public var mark: SourceMark

    /// Creates a response statement.
    public init(
        _ status: StatusKey,
        type: TypeExpression? = nil,
        description: Stated<String> = .unstated,
        summary: String? = nil,
        content: ContentDeclaration = ContentDeclaration(),
        mark: SourceMark = SourceMark()
    ) {
        self.status = status
        self.type = type
        self.description = description
        self.summary = summary
        self.content = content
        self.mark = mark
    }

    init?(_ attribute: Attribute, _ reading: inout Reading) {
        var arguments = Arguments(attribute)
        guard let first = arguments.takePositional() else {
            reading.error(
                "missing-argument", "@Response on a function requires a status", at: attribute.mark,
                help: "write '@Response(404, Problem.self)'")
            return nil
        }
        guard let status = StatusKey(first, &reading) else { return nil }
        self.init(status, mark: attribute.mark)
        if case .type(let type)? = arguments.takePositional(where: \.isType)?.value { self.type = type }
        if let text = arguments.takePositional() {
            if !reading.isUnseen(text.value) {
                description = text.value == .null ? .silent : Stated(reading.text(text))
            }
        }
        summary = arguments.takeText("summary", &reading)
        let labelled = arguments.takeStatedText("description", &reading)
        if labelled.isWritten { description = labelled }
        let mediaTypes = reading.mediaTypes(arguments.take("content") ?? [])
        links = arguments.takeLinks(&reading)
        content = ContentDeclaration(mediaTypes, &arguments, &reading)
        arguments.reportRest(
            known: Keyword.allCases.map(\.rawValue) + ["content", "links", "schema", "openAPI"], &reading)
    }

    var attribute: Attribute {
        var arguments = [Argument(nil, status.expression)]
        if let type { arguments.append(Argument(nil, .type(type))) }
        if case .stated(let text) = description { arguments.append(Argument(nil, .string(text))) }
        arguments += .text("summary", summary)
        if description == .silent { arguments.append(Argument("description", .null)) }
        arguments += .list("content", content.mediaTypeExpressions) + .objects("links", links)
        arguments += content.trailingArguments
        return Attribute("Response", arguments)
    }
}

extension Arguments {
    /// Takes `.links(["owner": ResponseLink("getOwner")])`.
    mutating func takeLinks(_ reading: inout Reading) -> [NamedObjectUse] {
        take("links")?.first.map { reading.objectUses(.responseLink, $0) } ?? []
    }
}

extension Expression {
    var isType: Bool {
        if case .type = self { true } else { false }
    }
}
