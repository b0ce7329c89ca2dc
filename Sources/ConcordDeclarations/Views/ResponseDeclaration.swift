import ConcordDiagnostics
import ConcordOutline

/// A `@Response struct`: a named response, or a response with headers.
public struct ResponseDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The value of `.description`. By default, it is the comment.
    public var description: Stated<String>
    /// The value of `.summary` (OpenAPI 3.2).
    public var summary: String?
    /// The value of `.links`.
    public var links: [NamedObjectUse] = []
    /// The header properties, in source order.
    public var headers: [InputDeclaration]
    /// The `@Body` property.
    public var body: InputDeclaration?
    /// The nested types.
    public var nested: [TypeDeclaration]

    /// Creates a response.
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
                    at: input.head.mark, help: "mark it with @Header or @Body")
            }
        }
        nested = typeBody.nestedTypes(&reading)
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        let inputs = headers + (body.map { [$0] } ?? [])
        return .component(
            "Response", head,
            arguments: .text("summary", summary) + .stated("description", description) + .objects("links", links),
            .structure(TypeBody(head.name, members: inputs.map(\.propertyOutline) + nested.map(\.outline))))
    }
}
