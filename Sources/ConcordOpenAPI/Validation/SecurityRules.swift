import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let securityRules = [
        undeclaredSecurityScheme, undeclaredScope, scopesWithoutOAuth, unknownSecurityType, insecureURL,
    ]

    static let undeclaredSecurityScheme = DocumentRule(
        "undeclared-security-scheme", .error, "A security requirement names a scheme that is not declared.",
        reason: "A client can't tell which credentials to send.",
        source: "Security Requirement Object: \"Each name MUST correspond to a security scheme which is declared\"",
        wrong: """
            security: [{tokn: []}]
            components:
              securitySchemes: {token: {type: http, scheme: bearer}}
            """,
        right: """
            security: [{token: []}]
            components:
              securitySchemes: {token: {type: http, scheme: bearer}}
            """)

    static let undeclaredScope = DocumentRule(
        "undeclared-scope", .warning, "A security requirement names a scope that no flow of its scheme declares.",
        reason: "According to the document, no client can obtain the scope.",
        source: "OAuth Flow Object, scopes: \"The available scopes for the OAuth2 security scheme\"",
        wrong: """
            security: [{oauth: ['pets:raed']}]
            components:
              securitySchemes:
                oauth:
                  type: oauth2
                  flows: {clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {'pets:read': See pets.}}}
            """,
        right: """
            security: [{oauth: ['pets:read']}]
            components:
              securitySchemes:
                oauth:
                  type: oauth2
                  flows: {clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {'pets:read': See pets.}}}
            """)

    static let scopesWithoutOAuth = DocumentRule(
        "scopes-without-oauth", .error,
        "A security requirement of OpenAPI 3.0 names scopes of a scheme that has no scopes.",
        reason: "OpenAPI 3.1 and later allow role names there.",
        source: "Security Requirement Object of 3.0: \"For other security scheme types, the array MUST be empty\"",
        wrong: """
            openapi: 3.0.4
            security: [{token: [admin]}]
            components:
              securitySchemes: {token: {type: http, scheme: bearer}}
            """,
        right: """
            openapi: 3.0.4
            security: [{token: []}]
            components:
              securitySchemes: {token: {type: http, scheme: bearer}}
            """)

    static let unknownSecurityType = DocumentRule(
        "unknown-security-type", .error, "A security scheme has an unknown type.",
        reason: "Since OpenAPI 3.0, 'basic' and bearer tokens are declared with 'type: http' and a 'scheme'.",
        source: "Security Scheme Object, type: \"apiKey, http, mutualTLS, oauth2, openIdConnect\"",
        wrong: """
            components:
              securitySchemes: {token: {type: bearer}}
            """,
        right: """
            components:
              securitySchemes: {token: {type: http, scheme: bearer}}
            """)

    static let insecureURL = DocumentRule(
        "insecure-url", .warning, "An OAuth URL does not use HTTPS.",
        reason: "Tokens and secrets would be sent unencrypted.",
        source: "OAuth Flow Object: \"The OAuth2 standard requires the use of TLS\"",
        wrong: """
            components:
              securitySchemes:
                oauth:
                  type: oauth2
                  flows: {clientCredentials: {tokenUrl: 'http://example.com/token', scopes: {}}}
            """,
        right: """
            components:
              securitySchemes:
                oauth:
                  type: oauth2
                  flows: {clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {}}}
            """)
}

/// The fields of a type of security scheme, or of an OAuth flow.
private struct FieldsOfKind {
    var required: [String] = []
    var optional: [String] = []

    static let schemeTypes: [String: FieldsOfKind] = [
        "apiKey": FieldsOfKind(required: ["name", "in"]),
        "http": FieldsOfKind(required: ["scheme"], optional: ["bearerFormat"]),
        "mutualTLS": FieldsOfKind(),
        "oauth2": FieldsOfKind(required: ["flows"], optional: ["oauth2MetadataUrl"]),
        "openIdConnect": FieldsOfKind(required: ["openIdConnectUrl"]),
    ]
    static let schemeFields = [
        "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl", "oauth2MetadataUrl",
    ]

    static let flows: [String: FieldsOfKind] = [
        "implicit": FieldsOfKind(required: ["authorizationUrl"]),
        "password": FieldsOfKind(required: ["tokenUrl"]),
        "clientCredentials": FieldsOfKind(required: ["tokenUrl"]),
        "authorizationCode": FieldsOfKind(required: ["authorizationUrl", "tokenUrl"]),
        "deviceAuthorization": FieldsOfKind(required: ["deviceAuthorizationUrl", "tokenUrl"]),
    ]
    static let flowFields = ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl"]
}

extension DocumentValidation {
    mutating func check(_ scheme: SecurityScheme) {
        let node = scheme.node
        for key in ["openIdConnectUrl", "oauth2MetadataUrl"] { checkURL(key, of: node) }
        guard let type = node["type"], let text = type.string else { return }
        guard let fields = FieldsOfKind.schemeTypes[text], text != "mutualTLS" || version >= .v3_1 else {
            return reportUnknownType(text, at: type.position)
        }
        check(node, "a security scheme of type '\(text)'", fields, among: FieldsOfKind.schemeFields)
        if text == "apiKey", let place = node["in"], let location = place.string {
            let known = ["query", "header", "cookie"]
            if !known.contains(location) {
                report(
                    .unknownLocation, "a key can't be sent in '\(location)'", at: place.position,
                    help: known.suggestion(for: location) ?? "write query, header or cookie")
            }
        }
    }

    private mutating func reportUnknownType(_ text: String, at position: Position) {
        let known = ["apiKey", "http", "oauth2", "openIdConnect"] + (version >= .v3_1 ? ["mutualTLS"] : [])
        let help =
            switch text.lowercased() {
            case "basic", "bearer", "digest": "write type: http, scheme: \(text.lowercased())"
            case "jwt": "write type: http, scheme: bearer, bearerFormat: JWT"
            default: known.suggestion(for: text) ?? "write one of \(known.joined(separator: ", "))"
            }
        report(.unknownSecurityType, "unknown type of security scheme: '\(text)'", at: position, help: help)
    }

    /// Checks the required and allowed fields of an object whose type a field specifies.
    private mutating func check(_ node: Node, _ name: String, _ fields: FieldsOfKind, among all: [String]) {
        for field in fields.required where node[field] == nil { reportMissing(field, in: name, at: node) }
        for field in all where !fields.required.contains(field) && !fields.optional.contains(field) {
            guard let entry = node.mapping?.entry(field) else { continue }
            report(
                .fieldOutOfPlace, "'\(field)' does not belong to \(name)", at: entry.keyPosition, help: "remove it")
        }
    }

    mutating func check(_ flows: OAuthFlows) {
        for entry in flows.node.mapping ?? Mapping() {
            guard let fields = FieldsOfKind.flows[entry.key], entry.value.mapping != nil else { continue }
            check(entry.value, "the flow '\(entry.key)'", fields, among: FieldsOfKind.flowFields)
            for key in FieldsOfKind.flowFields + ["refreshUrl"] {
                checkURL(key, of: entry.value)
                guard let url = entry.value[key], let text = url.string, text.lowercased().hasPrefix("http://"),
                    !text.hasPrefix("http://localhost"), !text.hasPrefix("http://127.0.0.1")
                else { continue }
                report(.insecureURL, "OAuth requires HTTPS", at: url.position, help: "write https://…")
            }
        }
    }

    mutating func check(_ requirement: SecurityRequirement) {
        for entry in requirement.node.mapping ?? Mapping() {
            uses.note(entry.key, in: "securitySchemes", at: [])
            guard let scheme = declared.securitySchemes[entry.key] else {
                // Since 3.2, a requirement can name a scheme by its URI.
                if version >= .v3_2, entry.key.contains("/") || entry.key.contains("#") { continue }
                report(
                    .undeclaredSecurityScheme, "'\(entry.key)' is not declared under components.securitySchemes",
                    at: entry.keyPosition,
                    help: declared.securitySchemes.keys.sorted().suggestion(for: entry.key)
                        ?? "declare it, or remove it here")
                continue
            }
            checkScopes(entry.value.sequence ?? [], of: scheme, called: entry.key)
        }
    }

    private mutating func checkScopes(_ scopes: [Node], of scheme: SecurityScheme, called name: String) {
        switch scheme.type {
        case "oauth2":
            let known = declared.scopes[name] ?? []
            for scope in scopes {
                guard let text = scope.string, !known.contains(text) else { continue }
                report(
                    .undeclaredScope, "no flow of '\(name)' has the scope '\(text)'", at: scope.position,
                    help: known.sorted().suggestion(for: text) ?? "declare it under 'scopes' of a flow")
            }
        case "apiKey", "http":
            guard version == .v3_0, let first = scopes.first else { return }
            report(
                .scopesWithoutOAuth, "'\(name)' has no scopes, so a requirement can't name any", at: first.position,
                help: "remove the scopes, or raise 'openapi' to 3.1.2, which allows role names")
        default: break
        }
    }
}
