import ConcordDiagnostics
import ConcordOutline

/// A `@Responses enum`: the result of an operation with several successful responses, with a case for each.
public struct ResponsesDeclaration: Hashable, Sendable {
    /// The name and comment.
    public var head: DeclarationHead
    /// The cases, in source order. Cases with the same status are media types of one response.
    public var cases: [Case]
    /// The nested types.
    public var nested: [TypeDeclaration]

    /// A response: `@Status(200) case replaced(Pet)`.
    public struct Case: Hashable, Sendable {
        /// The name, comment, and fragments.
        public var head: DeclarationHead
        /// The status of the response.
        public var status: StatusKey
        /// The value of `.description`. By default, it is the comment, or else the reason phrase.
        public var description: Stated<String>
        /// The value of `.summary` (OpenAPI 3.2).
        public var summary: String?
        /// The value of `.links`.
        public var links: [NamedObjectUse] = []
        /// The media types, the keywords, `.schema`, and `.openAPI`.
        public var content: ContentDeclaration
        /// The type of the content, or `nil` if the response has none.
        public var type: TypeExpression?

        /// Creates a case.
        public init(
            _ head: DeclarationHead,
            _ status: StatusKey,
            description: Stated<String> = .unstated,
            summary: String? = nil,
            content: ContentDeclaration = ContentDeclaration(),
            type: TypeExpression? = nil
        ) {
            self.head = head
            self.status = status
            self.description = description
            self.summary = summary
            self.content = content
            self.type = type
        }
    }

    /// Creates an enum of responses.
    public init(_ head: DeclarationHead, cases: [Case] = [], nested: [TypeDeclaration] = []) {
        self.head = head
        self.cases = cases
        self.nested = nested
    }

    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .enumeration(let body) = outline.kind else { return nil }
        self.init(DeclarationHead(body.name, outline, &reading))
        cases = body.members.flatMap { Case.read($0, &reading) }
        nested = body.nestedTypes(&reading)
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        .component(
            "Responses", head,
            .enumeration(TypeBody(head.name, members: cases.map(\.outline) + nested.map(\.outline))))
    }
}

extension ResponsesDeclaration.Case {
    fileprivate static func read(_ outline: Declaration, _ reading: inout Reading) -> [Self] {
        guard case .enumCase(let elements) = outline.kind else { return [] }
        return elements.compactMap { element in
            guard let attribute = outline.attribute("Status") else {
                reading.error(
                    "missing-status", "case '\(element.name)' of @Responses has no status", at: element.mark,
                    help: "write '@Status(200) case \(element.name)'")
                return nil
            }
            var arguments = Arguments(attribute)
            guard let status = arguments.takePositional().flatMap({ StatusKey($0, &reading) }) else { return nil }
            var result = Self(
                DeclarationHead(element.name, outline, &reading), status, type: element.payload.first?.type)
            result.head.mark = element.mark
            let mediaTypes = arguments.takeMediaTypes(&reading)
            result.summary = arguments.takeText("summary", &reading)
            result.description = arguments.takeStatedText("description", &reading)
            result.links = arguments.takeLinks(&reading)
            result.content = ContentDeclaration(mediaTypes, &arguments, &reading)
            arguments.reportRest(known: Keyword.allCases.map(\.rawValue) + ["links", "schema", "openAPI"], &reading)
            return result
        }
    }

    fileprivate var outline: Declaration {
        var arguments = [Argument(nil, status.expression)] + .list(nil, content.mediaTypeExpressions)
        arguments += .text("summary", summary) + .stated("description", description) + .objects("links", links)
        arguments += content.trailingArguments
        return Declaration(
            documentation: head.documentation,
            attributes: [Attribute("Status", arguments)] + head.fragmentAttributes,
            .enumCase([CaseElement(head.name, payload: type.map { [.init($0)] } ?? [])]))
    }
}
