/// The objects of OpenAPI that Swift states as a value, `Contact(name: "Team")`, with the arguments that each takes.
///
/// Their reader, printer and mapping follow this table; a new field is a new line in it.
public enum ValueShape: String, CaseIterable, Sendable {
    case contact = "Contact"
    case license = "License"
    case externalDocs = "ExternalDocs"
    case server = "Server"
    case serverVariable = "ServerVariable"
    case tag = "Tag"
    case example = "Example"
    case partEncoding = "PartEncoding"
    case responseLink = "ResponseLink"
    case xml = "XML"
    case implicit, authorizationCode, clientCredentials, password, deviceAuthorization

    /// One argument, and the key of the document it stands for.
    public struct Parameter: Sendable {
        /// Absent on unlabelled arguments.
        public var label: String?
        /// The key in the document.
        public var key: String
        /// What the argument holds.
        public var kind: Kind

        init(_ label: String?, _ key: String, _ kind: Kind = .text) {
            self.label = label
            self.key = key
            self.kind = kind
        }
    }

    /// What an argument may hold.
    public enum Kind: Sendable {
        case text
        /// A word of the specification, `.deepObject`, or any text.
        case word
        case flag
        case literal
        case texts
        case textMap
        /// Names with data of any kind.
        case literalMap
        case object(ValueShape)
        case objectMap(ValueShape)
    }

    /// Whether the value is written as a call of a static member, `.implicit(…)`, and not of a type.
    public var isMember: Bool { rawValue.first?.isLowercase == true }

    /// The arguments, in the one order that Swift takes them in, `openAPI:` aside, which every shape takes last.
    public var parameters: [Parameter] {
        switch self {
        case .contact: [.init("name", "name"), .init("url", "url"), .init("email", "email")]
        case .license: [.init("name", "name"), .init("identifier", "identifier"), .init("url", "url")]
        case .externalDocs: [.init(nil, "url"), .init(nil, "description")]
        case .server:
            [
                .init(nil, "url"), .init(nil, "description"), .init("name", "name"),
                .init("variables", "variables", .objectMap(.serverVariable)),
            ]
        case .serverVariable:
            [.init(nil, "default"), .init(nil, "description"), .init("enum", "enum", .texts)]
        case .tag:
            [
                .init(nil, "name"), .init(nil, "description"), .init("summary", "summary"),
                .init("parent", "parent"), .init("kind", "kind"),
                .init("externalDocs", "externalDocs", .object(.externalDocs)),
            ]
        case .example:
            [
                .init(nil, "summary"), .init("description", "description"), .init("value", "value", .literal),
                .init("externalValue", "externalValue"), .init("dataValue", "dataValue", .literal),
                .init("serializedValue", "serializedValue"),
            ]
        case .responseLink:
            [
                .init(nil, "operationId"), .init(nil, "description"), .init("operationRef", "operationRef"),
                .init("parameters", "parameters", .literalMap), .init("requestBody", "requestBody", .literal),
                .init("server", "server", .object(.server)),
            ]
        case .partEncoding:
            [
                .init(nil, "contentType"), .init("style", "style", .word), .init("explode", "explode", .flag),
                .init("allowReserved", "allowReserved", .flag),
            ]
        case .xml:
            [
                .init("name", "name"), .init("namespace", "namespace"), .init("prefix", "prefix"),
                .init("attribute", "attribute", .flag), .init("wrapped", "wrapped", .flag),
                .init("nodeType", "nodeType"),
            ]
        case .implicit: Self.flow(["authorizationURL"])
        case .authorizationCode: Self.flow(["authorizationURL", "tokenURL"])
        case .clientCredentials, .password: Self.flow(["tokenURL"])
        case .deviceAuthorization: Self.flow(["deviceAuthorizationURL", "tokenURL"])
        }
    }

    private static func flow(_ urls: [String]) -> [Parameter] {
        (urls + ["refreshURL"]).map { Parameter($0, $0.replacing("URL", with: "Url")) }
            + [Parameter("scopes", "scopes", .textMap)]
    }
}
