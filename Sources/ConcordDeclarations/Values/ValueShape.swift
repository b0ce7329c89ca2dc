/// The OpenAPI objects that Swift states as a value, `Contact(name: "Team")`, with their arguments.
///
/// The reader, the printer, and the mapping use this table, so that a new field is one new entry.
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

    /// An argument and its key in the document.
    public struct Parameter: Sendable {
        /// The label, or `nil` for an unlabeled argument.
        public var label: String?
        /// The key in the document.
        public var key: String
        /// The kind of the argument.
        public var kind: Kind

        init(_ label: String?, _ key: String, _ kind: Kind = .text) {
            self.label = label
            self.key = key
            self.kind = kind
        }
    }

    /// The kind of an argument.
    public enum Kind: Sendable {
        case text
        /// A symbol of the specification, such as `.deepObject`, or any string.
        case word
        case flag
        case literal
        case texts
        case textMap
        /// A dictionary of JSON values.
        case literalMap
        case object(ValueShape)
        case objectMap(ValueShape)
    }

    /// Whether the value is written as a static member, `.implicit(…)`, and not as a type.
    public var isMember: Bool { rawValue.first?.isLowercase == true }

    /// The parameters in order, without `openAPI:`, which is the last parameter of every shape.
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
