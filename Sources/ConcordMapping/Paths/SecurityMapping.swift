import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the value of `security`.
    mutating func security(_ requirements: [SecurityRequirementDeclaration], in scope: [String]) -> Node {
        .sequence(
            requirements.map { requirement in
                .mapping(
                    Mapping(
                        requirement.schemes.compactMap { use -> Mapping.Entry? in
                            guard let name = schemeName(use.type, in: scope, at: requirement.mark) else { return nil }
                            return .init(name, .sequence(use.scopes.map(Node.string)))
                        }))
            })
    }

    private mutating func schemeName(_ type: TypeExpression, in scope: [String], at mark: SourceMark) -> String? {
        if let found = declared(type, in: scope), case .securityScheme(let scheme) = found.declaration {
            return scheme.head.componentWireName
        }
        let name = type.path?.joined(separator: ".") ?? ""
        if SecuritySchemeDeclaration.ready(name) != nil {
            output.usedAuthentications.insert(name)
            return name
        }
        error(
            "unknown-security-scheme", "'\(name)' is not a @SecurityScheme of this API", at: mark,
            help: (symbols.securitySchemeNames + SecuritySchemeDeclaration.readyNames).nearest(to: name).map {
                "did you mean '\($0)'?"
            } ?? "declare '@SecurityScheme(.http(\"bearer\")) struct \(name) {}'")
        return nil
    }

    /// Returns the Security Scheme Object of a `@SecurityScheme` struct.
    mutating func securityScheme(_ declaration: SecuritySchemeDeclaration) -> Node {
        var builder = ObjectBuilder()
        switch declaration.kind {
        case .apiKey(let place, let name):
            builder.text("type", "apiKey")
            builder.text("description", declaration.head.documentation)
            builder.text("name", name)
            builder.text("in", place)
        case .http(let scheme, let bearerFormat):
            builder.text("type", "http")
            builder.text("description", declaration.head.documentation)
            builder.text("scheme", scheme)
            builder.text("bearerFormat", bearerFormat)
        case .oauth2(let flows):
            builder.text("type", "oauth2")
            builder.text("description", declaration.head.documentation)
            builder["flows"] = .mapping(Mapping(flows.map { .init($0.shape.rawValue, node($0)) }))
        case .openIdConnect(let url):
            builder.text("type", "openIdConnect")
            builder.text("description", declaration.head.documentation)
            builder.text("openIdConnectUrl", url)
        case .mutualTLS:
            builder.text("type", "mutualTLS")
            builder.text("description", declaration.head.documentation)
        }
        builder.text("oauth2MetadataUrl", declaration.metadataURL)
        builder.flag("deprecated", declaration.deprecated)
        return merged(builder.node, declaration.head.fragments)
    }
}

extension SecuritySchemeDeclaration {
    /// The names of the built-in authentications, which need no declaration.
    static let readyNames = [
        "BasicAuthentication", "BearerAuthentication", "SessionAuthentication", "TokenAuthentication",
    ]

    /// Returns the security scheme of a built-in authentication.
    static func ready(_ name: String) -> SecuritySchemeDeclaration? {
        let head = DeclarationHead(name)
        switch name {
        case "BearerAuthentication": return Self(head, .http("bearer", bearerFormat: nil))
        case "BasicAuthentication": return Self(head, .http("basic", bearerFormat: nil))
        case "SessionAuthentication": return Self(head, .apiKey(place: "cookie", name: "sessionid"))
        case "TokenAuthentication":
            let comment = "The word 'Token', followed by a space and the token."
            return Self(
                DeclarationHead(name, documentation: comment), .apiKey(place: "header", name: "Authorization"))
        default: return nil
        }
    }
}

extension Scaffolder {
    /// Returns the requirements of `security`, or `nil` if one refers to an undeclared scheme.
    func requirements(_ node: Node) -> [SecurityRequirementDeclaration]? {
        guard let elements = node.sequence else { return nil }
        let requirements = elements.compactMap { element -> SecurityRequirementDeclaration? in
            guard let mapping = element.mapping else { return nil }
            let uses = mapping.entries.compactMap { entry -> SecurityRequirementDeclaration.Use? in
                guard let type = componentNames.type(.securitySchemes, entry.key), let scopes = entry.value.sequence
                else { return nil }
                let texts = scopes.compactMap(\.string)
                return texts.count == scopes.count ? .init(.named(type), scopes: texts) : nil
            }
            return uses.count == mapping.count ? SecurityRequirementDeclaration(uses) : nil
        }
        return requirements.count == elements.count ? requirements : nil
    }

    /// Returns the `@SecurityScheme` struct for a node, or `nil` if the node is invalid.
    mutating func securityScheme(_ head: DeclarationHead, _ node: Node) -> SecuritySchemeDeclaration? {
        guard let mapping = node.mapping else { return nil }
        var rest = Unconsumed(mapping)
        guard let kind = securityKind(&rest) else { return nil }
        var declaration = SecuritySchemeDeclaration(head, kind)
        if let text = rest.node("description")?.string, CommentText.canHold(text) {
            declaration.head.documentation = rest.takeText("description")
        }
        if version >= .v3_2 {
            declaration.metadataURL = rest.takeText("oauth2MetadataUrl")
            declaration.deprecated = rest.takeFlag("deprecated")
        }
        declaration.head.fragments = rest.fragments
        declaration.implementation = [SecuritySchemeDeclaration.unwrittenVerification(kind)]
        return declaration
    }

    private mutating func securityKind(_ rest: inout Unconsumed) -> SecuritySchemeDeclaration.Kind? {
        switch rest.takeText("type") {
        case "apiKey":
            guard let place = rest.takeText("in"), ["header", "query", "cookie"].contains(place),
                let name = rest.takeText("name")
            else { return nil }
            return .apiKey(place: place, name: name)
        case "http":
            guard let scheme = rest.takeText("scheme") else { return nil }
            return .http(scheme, bearerFormat: rest.takeText("bearerFormat"))
        case "oauth2":
            guard let flows = rest.node("flows")?.mapping, !flows.isEmpty else { return nil }
            let values = flows.entries.compactMap { entry -> ValueObject? in
                guard let shape = ValueShape(rawValue: entry.key), shape.isMember else { return nil }
                return valueObject(shape, entry.value)
            }
            guard values.count == flows.count else { return nil }
            rest.take("flows")
            return .oauth2(values)
        case "openIdConnect": return rest.takeText("openIdConnectUrl").map { .openIdConnect($0) }
        case "mutualTLS": return .mutualTLS
        default: return nil
        }
    }
}
