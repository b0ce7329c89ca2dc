import ConcordDiagnostics
import ConcordOutline

/// An `@API enum`: the document as a whole.
public struct APIDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The string arguments of `@API`, such as `title:` and `version:`.
    public var texts: [Text: String]
    /// The value of `.description`. By default, it is the comment.
    public var description: Stated<String>
    /// The value of `.externalDocs`.
    public var externalDocs: ValueObject?
    /// Whether requests have components of their own: `.requests(.split)`.
    public var splitsRequests = false
    /// Whether explicit operations have the responses that follow from their inputs, permissions, and throttles. They
    /// don't with `.responses(.stated)`.
    public var derivesResponses = true
    /// The value of `static let contact`.
    public var contact: ValueObject?
    /// The value of `static let license`.
    public var license: ValueObject?
    /// The value of `static let servers`.
    public var servers: [ValueObject]?
    /// The value of `static let tags`.
    public var tags: [ValueObject]?
    /// The value of `static let authentication`.
    public var authentication: [SecurityRequirementDeclaration]?
    /// The value of `static let settings`.
    public var settings: SchemaSettingsDeclaration
    /// The value of `static let views`: the paths, in order.
    public var views: [TypeUse]?
    /// The value of `static let webhooks`, in order.
    public var webhooks: [TypeUse]?
    /// The value of `static let components`: the components whose order matters.
    public var components: [TypeUse]
    /// The value of `static let examples`: the constants at file level whose order matters.
    public var examples: [TypeUse]
    /// The value of `static let links`: the constants at file level whose order matters.
    public var links: [TypeUse] = []

    /// A string argument of `@API`.
    public enum Text: String, Hashable, Sendable, CaseIterable {
        case title, version, summary, termsOfService, openapi, jsonSchemaDialect
    }

    /// An element of an array of types: `Pets.self`.
    public struct TypeUse: Hashable, Sendable {
        /// The type, or the constant as a type.
        public var type: TypeExpression
        /// The position.
        public var mark: SourceMark

        /// Creates a use.
        public init(_ type: TypeExpression, mark: SourceMark = SourceMark()) {
            self.type = type
            self.mark = mark
        }
    }

    /// Creates an API.
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

    /// The outline of the declaration.
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

/// The argument of `.requests`: whether requests and responses share components.
private enum RequestComponents: String, CaseIterable {
    case shared, split
}

/// The argument of `.responses`: whether explicit operations have only the responses that they state.
private enum ResponseStatements: String, CaseIterable {
    case stated, derived
}

extension Declaration {
    /// Returns a constant with an array. An empty array needs a type annotation.
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
    /// The name as a reference to a constant.
    fileprivate var reference: Expression { .reference(path?.joined(separator: ".") ?? "") }
}

extension Reading {
    fileprivate mutating func constantUses(_ argument: Argument) -> [APIDeclaration.TypeUse] {
        guard case .array(let elements) = argument.value else {
            notStatic(argument, expected: "an array literal of constants, such as [youngPets]")
            return []
        }
        return elements.compactMap { element in
            if case .reference(let name) = element { return .init(.named(name), mark: argument.mark) }
            notStatic(
                Argument(argument.label, element, mark: argument.mark),
                expected: "an array literal of constants, such as [youngPets]")
            return nil
        }
    }

    mutating func typeUses(_ argument: Argument) -> [APIDeclaration.TypeUse] {
        let expected = "an array literal of types, such as [Pets.self]"
        return (elements(argument, expected: expected) ?? []).compactMap { element in
            if case .type(let type) = element.value { return .init(type, mark: element.mark) }
            notStatic(Argument(argument.label, element.value, mark: element.mark), expected: expected)
            return nil
        }
    }
}
