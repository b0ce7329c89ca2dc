import ConcordDiagnostics
import ConcordOutline

/// `@API enum`: the document as a whole.
public struct APIDeclaration: Hashable, Sendable {
    /// Name, comment and fragments.
    public var head: DeclarationHead
    /// `title:`, `version:` and the document's other texts, by their names.
    public var texts: [Text: String]
    /// `.description`; unstated it is the comment.
    public var description: Stated<String>
    /// `.externalDocs`.
    public var externalDocs: ValueObject?
    /// `.requests(.split)`: requests have components of their own.
    public var splitsRequests = false
    /// Whether operations have the responses that follow from their inputs and from what guards them: `.responses(.stated)`
    /// says that they don't.
    public var derivesResponses = true
    /// `static let contact`.
    public var contact: ValueObject?
    /// `static let license`.
    public var license: ValueObject?
    /// `static let servers`.
    public var servers: [ValueObject]?
    /// `static let tags`.
    public var tags: [ValueObject]?
    /// `static let authentication`.
    public var authentication: [SecurityRequirementDeclaration]?
    /// `static let settings`.
    public var settings: SchemaSettingsDeclaration
    /// `static let views`: the paths, in order.
    public var views: [TypeUse]?
    /// `static let webhooks`, in order.
    public var webhooks: [TypeUse]?
    /// `static let components`: those whose order matters.
    public var components: [TypeUse]
    /// `static let examples`: the file-level constants whose order matters.
    public var examples: [TypeUse]
    /// `static let links`: those whose order matters.
    public var links: [TypeUse] = []

    /// A text argument of `@API`.
    public enum Text: String, Hashable, Sendable, CaseIterable {
        case title, version, summary, termsOfService, openapi, jsonSchemaDialect
    }

    /// `Pets.self` in a list.
    public struct TypeUse: Hashable, Sendable {
        /// The type, or the constant, that is named.
        public var type: TypeExpression
        /// Its place.
        public var mark: SourceMark

        /// Makes a use.
        public init(_ type: TypeExpression, mark: SourceMark = SourceMark()) {
            self.type = type
            self.mark = mark
        }
    }

    /// Makes an API.
    public init(_ head: DeclarationHead, texts: [Text: String] = [:]) {
        self.head = head
        self.texts = texts
        description = .unstated
        settings = SchemaSettingsDeclaration()
        components = []
        examples = []
    }
}

extension APIDeclaration {
    init(_ outline: Declaration, _ reading: inout Reading) {
        let body: TypeBody =
            switch outline.kind {
            case .enumeration(let body), .structure(let body): body
            default: TypeBody("")
            }
        self.init(DeclarationHead(body.name, outline, &reading))
        guard let attribute = outline.attribute("API") else { return }
        var arguments = Arguments(attribute)
        for text in Text.allCases { texts[text] = arguments.takeText(text.rawValue, &reading) }
        description = arguments.takeStatedText("description", &reading)
        externalDocs = arguments.takeObject("externalDocs", .externalDocs, &reading)
        splitsRequests = arguments.takeSymbol("requests", &reading) == RequestComponents.split
        derivesResponses = arguments.takeSymbol("responses", &reading) != ResponseStatements.stated
        arguments.reportRest(
            known: Text.allCases.map(\.rawValue) + ["description", "externalDocs", "requests", "responses"], &reading)
        readMembers(body, &reading)
    }

    private mutating func readMembers(_ body: TypeBody, _ reading: inout Reading) {
        contact = body.staticValue("contact").flatMap { ValueObject(.contact, $0.value, at: $0.mark, &reading) }
        license = body.staticValue("license").flatMap { ValueObject(.license, $0.value, at: $0.mark, &reading) }
        servers = body.staticValue("servers").map { reading.objects(.server, $0) }
        tags = body.staticValue("tags").map { reading.objects(.tag, $0) }
        body.checkTyped("authentication", as: "Authentication", &reading)
        body.checkStatic(["authentication", "views"], &reading)
        authentication = body.staticValue("authentication").map { SecurityRequirementDeclaration.list($0, &reading) }
        settings = body.staticValue("settings").map { SchemaSettingsDeclaration($0, &reading) } ?? settings
        views = body.staticValue("views").map { reading.typeUses($0) }
        webhooks = body.staticValue("webhooks").map { reading.typeUses($0) }
        components = body.staticValue("components").map { reading.typeUses($0) } ?? []
        examples = body.staticValue("examples").map { reading.constantUses($0) } ?? []
        links = body.staticValue("links").map { reading.constantUses($0) } ?? []
    }

    /// The outline that states this.
    public var outline: Declaration {
        var arguments = Text.allCases.flatMap { [Argument].text($0.rawValue, texts[$0]) }
        arguments += .stated("description", description)
        if let externalDocs { arguments.append(Argument("externalDocs", externalDocs.expression)) }
        if splitsRequests { arguments += .symbol("requests", RequestComponents.split.rawValue) }
        if !derivesResponses { arguments += .symbol("responses", ResponseStatements.stated.rawValue) }
        return Declaration(
            documentation: head.documentation,
            attributes: [Attribute("API", arguments)] + head.fragmentAttributes,
            .enumeration(TypeBody(head.name, members: members)))
    }

    private var members: [Declaration] {
        var members: [Declaration] = []
        if let contact { members.append(.constant("contact", contact.expression)) }
        if let license { members.append(.constant("license", license.expression)) }
        if let servers { members.append(.list("servers", of: "Server", servers.map(\.expression))) }
        if let tags { members.append(.list("tags", of: "Tag", tags.map(\.expression))) }
        if let authentication { members.append(.authentication(authentication)) }
        if !settings.isEmpty { members.append(.constant("settings", settings.expression)) }
        if let views { members.append(.types("views", of: .existential(.metatype(.named("View"))), views)) }
        if let webhooks { members.append(.types("webhooks", of: .existential(.metatype(.named("View"))), webhooks)) }
        if !components.isEmpty { members.append(.types("components", of: .metatype(.named("Any")), components)) }
        if !examples.isEmpty { members.append(.constants("examples", of: "Example", examples)) }
        if !links.isEmpty { members.append(.constants("links", of: "ResponseLink", links)) }
        return members
    }
}

/// `.requests`: whether requests and responses share their components.
private enum RequestComponents: String, CaseIterable {
    case shared, split
}

/// `.responses`: whether explicit operations have the responses that they state alone.
private enum ResponseStatements: String, CaseIterable {
    case stated, derived
}

extension Declaration {
    /// An empty list needs its type written.
    fileprivate static func list(_ name: String, of element: String, _ elements: [Expression]) -> Declaration {
        .constant(name, type: elements.isEmpty ? .array(.named(element)) : nil, .array(elements))
    }

    fileprivate static func constants(
        _ name: String, of type: String, _ uses: [APIDeclaration.TypeUse]
    ) -> Declaration {
        .constant(name, type: .array(.named(type)), .array(uses.map(\.type.reference)))
    }

    static func types(_ name: String, of type: TypeExpression, _ uses: [APIDeclaration.TypeUse])
        -> Declaration
    {
        .constant(name, type: .array(type), .array(uses.map { .type($0.type) }))
    }
}

extension TypeExpression {
    /// The name as that of a constant.
    fileprivate var reference: Expression { .reference(path?.joined(separator: ".") ?? "") }
}

extension Reading {
    fileprivate mutating func constantUses(_ argument: Argument) -> [APIDeclaration.TypeUse] {
        guard case .array(let elements) = argument.value else {
            notStatic(argument, expected: "a list of constants such as [youngPets]")
            return []
        }
        return elements.compactMap { element in
            if case .reference(let name) = element { return .init(.named(name), mark: argument.mark) }
            notStatic(
                Argument(argument.label, element, mark: argument.mark),
                expected: "a list of constants such as [youngPets]")
            return nil
        }
    }

    mutating func typeUses(_ argument: Argument) -> [APIDeclaration.TypeUse] {
        let expected = "a list of types such as [Pets.self]"
        return (elements(argument, expected: expected) ?? []).compactMap { element in
            if case .type(let type) = element.value { return .init(type, mark: element.mark) }
            notStatic(Argument(argument.label, element.value, mark: element.mark), expected: expected)
            return nil
        }
    }
}
