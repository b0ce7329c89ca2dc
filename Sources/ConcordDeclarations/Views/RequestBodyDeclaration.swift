import ConcordDiagnostics
import ConcordOutline

/// A `@RequestBody struct` or `enum`: a named body, or one whose schema differs by media type.
public struct RequestBodyDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The value of `.required`. By default, a body is required.
    public var required: Stated<Bool>
    /// The content.
    public var form: Form
    /// The nested types.
    public var nested: [TypeDeclaration]

    /// The content of a body: one wrapped property, or a case for each kind of content.
    public indirect enum Form: Hashable, Sendable {
        case single(InputDeclaration)
        case cases([Case])
    }

    /// A kind of content: `@Content(.json) case pet(Pet)`.
    public struct Case: Hashable, Sendable {
        /// The name and comment.
        public var head: DeclarationHead
        /// The content that `@Content` states.
        public var content: ContentDeclaration
        /// The type of the associated value.
        public var type: TypeExpression

        /// Creates a case.
        public init(_ head: DeclarationHead, content: ContentDeclaration, type: TypeExpression) {
            self.head = head
            self.content = content
            self.type = type
        }
    }

    /// Creates a body.
    public init(
        _ head: DeclarationHead, required: Stated<Bool> = .unstated, form: Form, nested: [TypeDeclaration] = []
    ) {
        self.head = head
        self.required = required
        self.form = form
        self.nested = nested
    }
}

extension RequestBodyDeclaration {
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard let attribute = outline.attribute("RequestBody") else { return nil }
        switch outline.kind {
        case .structure(let body):
            guard let input = body.inputs(&reading).first(where: { $0.source == .body }) else {
                reading.error(
                    "request-body-shape", "@RequestBody '\(body.name)' must have exactly one '@Body' property",
                    at: outline.mark,
                    help: "add '@Body var value: Type'")
                return nil
            }
            self.init(
                DeclarationHead(body.name, outline, &reading), form: .single(input), nested: body.nestedTypes(&reading))
        case .enumeration(let body):
            let cases = body.members.flatMap { Case.read($0, &reading) }
            self.init(
                DeclarationHead(body.name, outline, &reading), form: .cases(cases), nested: body.nestedTypes(&reading))
        default: return nil
        }
        var arguments = Arguments(attribute)
        head.wireName = arguments.takeWireName()
        required = arguments.takeStatedFlag("required", &reading)
        arguments.reportRest(known: ["required"], &reading)
        if case .single = form, required != .unstated {
            reading.error(
                "required-of-property",
                "the '@Body' property of a @RequestBody struct states whether a body is required",
                at: attribute.mark, help: "write '@Body(.required(false)) var …' with an optional type")
        }
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        let kind: Declaration.Kind =
            switch form {
            case .single(let input):
                .structure(TypeBody(head.name, members: [input.propertyOutline] + nested.map(\.outline)))
            case .cases(let cases):
                .enumeration(TypeBody(head.name, members: cases.map(\.outline) + nested.map(\.outline)))
            }
        return .component("RequestBody", head, arguments: .statedFlag("required", required), kind)
    }
}

extension RequestBodyDeclaration.Case {
    fileprivate static func read(_ outline: Declaration, _ reading: inout Reading) -> [Self] {
        guard case .enumCase(let elements) = outline.kind else { return [] }
        return elements.compactMap { element in
            guard let type = element.payload.first?.type else {
                reading.error(
                    "missing-payload", "case '\(element.name)' of a request body has no content type",
                    at: element.mark, help: "write 'case \(element.name)(Type)'")
                return nil
            }
            var head = DeclarationHead(element.name, outline, &reading)
            head.mark = element.mark
            guard let attribute = outline.attribute("Content") else {
                return Self(head, content: ContentDeclaration(), type: type)
            }
            var arguments = Arguments(attribute)
            let mediaTypes = arguments.takeMediaTypes(&reading)
            var content = ContentDeclaration(mediaTypes, &arguments, &reading)
            content.takeEncoding(&arguments, &reading)
            arguments.reportRest(
                known: Keyword.allCases.map(\.rawValue) + ["encoding", "schema", "openAPI"], &reading)
            return Self(head, content: content, type: type)
        }
    }

    fileprivate var outline: Declaration {
        let arguments =
            .list(nil, content.mediaTypeExpressions) + content.encodingArguments + content.trailingArguments
        return Declaration(
            documentation: head.documentation,
            attributes: [Attribute("Content", arguments)] + head.fragmentAttributes,
            .enumCase([CaseElement(head.name, payload: [.init(type)])]))
    }
}

extension Arguments {
    mutating func takeStatedFlag(_ label: String, _ reading: inout Reading) -> Stated<Bool> {
        guard let argument = take(label)?.first else { return .unstated }
        return argument.value == .null ? .silent : Stated(reading.flag(argument))
    }
}

extension Array<Argument> {
    static func statedFlag(_ label: String, _ flag: Stated<Bool>) -> [Argument] {
        switch flag {
        case .unstated: []
        case .silent: [Argument(label, .null)]
        case .stated(let flag): [Argument(label, .boolean(flag))]
        }
    }
}
