import ConcordDiagnostics
import ConcordOutline

/// `@Responses enum`: an operation's result where several responses succeed, one case each.
public struct ResponsesDeclaration: Hashable, Sendable {
    /// Name and comment.
    public var head: DeclarationHead
    /// The cases, in the order written; cases of one status are its media types.
    public var cases: [Case]
    /// The types declared inside.
    public var nested: [TypeDeclaration]

    /// `@Status(200) case replaced(Pet)`.
    public struct Case: Hashable, Sendable {
        /// Name, comment and fragments.
        public var head: DeclarationHead
        /// The response's key.
        public var status: StatusKey
        /// `.description`; unstated it is the comment, and without one the reason phrase.
        public var description: Stated<String>
        /// `.summary`, of OpenAPI 3.2.
        public var summary: String?
        /// `.links`.
        public var links: [NamedObjectUse] = []
        /// Media types, keywords, `.schema` and `.openAPI`.
        public var content: ContentDeclaration
        /// Absent where the response has no content.
        public var type: TypeExpression?

        /// Makes a case.
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

    /// Makes an enum of responses.
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

    /// The outline that states this.
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
                    "missing-status", "case '\(element.name)' of @Responses does not say its status", at: element.mark,
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
