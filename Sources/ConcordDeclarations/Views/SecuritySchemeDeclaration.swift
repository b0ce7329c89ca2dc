import ConcordDiagnostics
import ConcordOutline

/// A `@SecurityScheme struct`: a method of authentication.
public struct SecuritySchemeDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The kind of scheme.
    public var kind: Kind
    /// The value of `metadataURL:` (OpenAPI 3.2).
    public var metadataURL: String?
    /// The value of `.deprecated` (OpenAPI 3.2).
    public var deprecated: Bool?
    /// The function that verifies a credential and the other members, as written.
    public var implementation: [Declaration] = []

    /// The kind of a security scheme.
    public enum Kind: Hashable, Sendable {
        /// An API key. The place is `header`, `query`, or `cookie`.
        case apiKey(place: String, name: String)
        case http(String, bearerFormat: String?)
        case oauth2([ValueObject])
        case openIdConnect(String)
        case mutualTLS
    }

    /// Creates a scheme.
    public init(_ head: DeclarationHead, _ kind: Kind, metadataURL: String? = nil, deprecated: Bool? = nil) {
        self.head = head
        self.kind = kind
        self.metadataURL = metadataURL
        self.deprecated = deprecated
    }

    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .structure(let body) = outline.kind, let attribute = outline.attribute("SecurityScheme") else {
            return nil
        }
        var arguments = Arguments(attribute)
        let wireName = arguments.takeWireName()
        guard let argument = arguments.takePositional(), let kind = Kind(argument, &reading) else {
            reading.error(
                "security-scheme-kind", "@SecurityScheme '\(body.name)' has no kind", at: attribute.mark,
                help: "write one of .apiKey(header:), .http(\"bearer\"), .oauth2(…), .openIdConnect(\"…\"), .mutualTLS")
            return nil
        }
        self.init(DeclarationHead(body.name, outline, &reading), kind)
        head.wireName = wireName
        metadataURL = arguments.takeText("metadataURL", &reading)
        deprecated = arguments.takeFlag("deprecated", &reading)
        arguments.reportRest(known: ["metadataURL", "deprecated"], &reading)
        implementation = body.members
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        .component(
            "SecurityScheme", head,
            arguments: [Argument(nil, kind.expression)] + .text("metadataURL", metadataURL)
                + .flag("deprecated", deprecated),
            .structure(TypeBody(head.name, members: implementation)))
    }
}

extension SecuritySchemeDeclaration.Kind {
    private static let flowShapes: [ValueShape] = [
        .implicit, .authorizationCode, .clientCredentials, .password, .deviceAuthorization,
    ]

    fileprivate init?(_ argument: Argument, _ reading: inout Reading) {
        if argument.value == .member(nil, "mutualTLS") {
            self = .mutualTLS
            return
        }
        guard case .call(.member(nil, let name), let arguments) = argument.value, let first = arguments.first else {
            return nil
        }
        switch name {
        case "apiKey":
            guard let place = first.label, let key = reading.text(first) else { return nil }
            self = .apiKey(place: place, name: key)
        case "http":
            guard let scheme = reading.text(first) else { return nil }
            let format = arguments.first { $0.label == "bearerFormat" }
            self = .http(scheme, bearerFormat: format.flatMap { reading.text($0) })
        case "oauth2":
            self = .oauth2(
                arguments.compactMap { argument in
                    guard case .call(let callee, _) = argument.value,
                        let shape = Self.flowShapes.first(where: { $0.rawValue == callee.lastName })
                    else { return nil }
                    return ValueObject(shape, argument.value, at: argument.mark, &reading)
                })
        case "openIdConnect":
            guard let url = reading.text(first) else { return nil }
            self = .openIdConnect(url)
        default: return nil
        }
    }

    fileprivate var expression: Expression {
        switch self {
        case .apiKey(let place, let name):
            .call(.member(nil, "apiKey"), [Argument(place, .string(name))])
        case .http(let scheme, let bearerFormat):
            .call(.member(nil, "http"), .text(nil, scheme) + .text("bearerFormat", bearerFormat))
        case .oauth2(let flows):
            .call(.member(nil, "oauth2"), flows.map { Argument(nil, $0.expression) })
        case .openIdConnect(let url): .call(.member(nil, "openIdConnect"), .text(nil, url))
        case .mutualTLS: .member(nil, "mutualTLS")
        }
    }
}

extension SecuritySchemeDeclaration {
    /// Returns the function that verifies a credential before it is implemented. It authenticates no request.
    public static func unwrittenVerification(_ kind: Kind) -> Declaration {
        let credential = Function.Parameter(label: "of", "credential", type: .named(kind.credential))
        return Declaration(
            .function(
                Function(
                    "user", parameters: [credential], isAsync: true, isThrowing: true,
                    result: .optional(.named("UserIdentity")), body: "throw NotImplemented()")))
    }
}

extension SecuritySchemeDeclaration.Kind {
    /// The type of the credential that a request sends.
    public var credential: String {
        switch self {
        case .apiKey: "APIKeyCredential"
        case .http(let scheme, _) where scheme.lowercased() == "basic": "BasicCredential"
        case .http(let scheme, _) where scheme.lowercased() != "bearer": "AuthorizationCredential"
        case .http, .oauth2, .openIdConnect: "BearerCredential"
        case .mutualTLS: "ClientCertificateCredential"
        }
    }

    /// The part of a request that contains the credential, as the run time's `CredentialSource`.
    public var source: Expression {
        switch self {
        case .apiKey(let place, let name): .call(.member(nil, place), [Argument(nil, .string(name))])
        case .http(let scheme, _) where scheme.lowercased() != "bearer":
            .call(.member(nil, "authorization"), [Argument(nil, .string(scheme))])
        case .http, .oauth2, .openIdConnect: .call(.member(nil, "authorization"), [Argument(nil, .string("Bearer"))])
        case .mutualTLS: .member(nil, "connection")
        }
    }
}
