import ConcordDiagnostics
import ConcordOutline

/// `@Response struct`: a response with headers, or one with a name.
public struct ResponseDeclaration: Hashable, Sendable {
    /// Name, comment and fragments.
    public var head: DeclarationHead
    /// `.description`; unstated it is the comment.
    public var description: Stated<String>
    /// `.summary`, of OpenAPI 3.2.
    public var summary: String?
    /// `.links`.
    public var links: [NamedObjectUse] = []
    /// Header properties, in the order written.
    public var headers: [InputDeclaration]
    /// The `@Body` property.
    public var body: InputDeclaration?
    /// The types declared inside.
    public var nested: [TypeDeclaration]

    /// Makes a response.
    public init(
        _ head: DeclarationHead,
        description: Stated<String> = .unstated,
        summary: String? = nil,
        headers: [InputDeclaration] = [],
        body: InputDeclaration? = nil,
        nested: [TypeDeclaration] = []
    ) {
        self.head = head
        self.description = description
        self.summary = summary
        self.headers = headers
        self.body = body
        self.nested = nested
    }

    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .structure(let typeBody) = outline.kind, let attribute = outline.attribute("Response") else {
            return nil
        }
        self.init(DeclarationHead(typeBody.name, outline, &reading))
        var arguments = Arguments(attribute)
        head.wireName = arguments.takeWireName()
        summary = arguments.takeText("summary", &reading)
        description = arguments.takeStatedText("description", &reading)
        links = arguments.takeLinks(&reading)
        arguments.reportRest(known: ["summary", "description", "links"], &reading)
        for input in typeBody.inputs(&reading) {
            switch input.source {
            case .header: headers.append(input)
            case .body: body = input
            default:
                reading.error(
                    "response-shape", "'\(input.head.name)' is neither a header nor the body of the response",
                    at: input.head.mark, help: "wrap it with @Header or @Body")
            }
        }
        nested = typeBody.nestedTypes(&reading)
    }

    /// The outline that states this.
    public var outline: Declaration {
        let inputs = headers + (body.map { [$0] } ?? [])
        return .component(
            "Response", head,
            arguments: .text("summary", summary) + .stated("description", description) + .objects("links", links),
            .structure(TypeBody(head.name, members: inputs.map(\.propertyOutline) + nested.map(\.outline))))
    }
}
