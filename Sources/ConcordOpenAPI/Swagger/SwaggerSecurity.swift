import ConcordYAML

extension SwaggerConversion {
    /// The OAuth flows, keyed by their names in 2.0, with their names in 3.0 and their required URLs.
    private static let flows: [String: (name: String, urls: [String])] = [
        "implicit": ("implicit", ["authorizationUrl"]),
        "password": ("password", ["tokenUrl"]),
        "application": ("clientCredentials", ["tokenUrl"]),
        "accessCode": ("authorizationCode", ["authorizationUrl", "tokenUrl"]),
    ]

    mutating func securityScheme(_ node: Node) -> Node {
        guard node.mapping != nil else { return node }
        var result = Self.kept(["type", "description"], of: node)
        let type = node["type"]
        switch type?.string {
        case "basic":
            result["type"]?.value = .string("http")
            result["scheme"] = Node(.string("basic"), at: type?.position ?? node.position)
        case "apiKey":
            for key in ["name", "in"] { carry(key, of: node, into: &result, of: "a security scheme 'type: apiKey'") }
        case "oauth2":
            result["flows"] = oauthFlows(node)
        case let other?:
            report(
                .error, "bad-security",
                "'\(other)' is not a type of security scheme: it must be basic, apiKey or oauth2",
                at: type?.position ?? node.position)
        case nil: break  // reported as a missing field of 3.0
        }
        return Node(.mapping(SecurityScheme.fields.ordered(result)), at: node.position)
    }

    private mutating func oauthFlows(_ node: Node) -> Node {
        guard let stated = node["flow"], let flow = Self.flows[stated.string ?? ""] else {
            report(
                .error, "bad-security", "'flow' must be implicit, password, application or accessCode",
                at: (node["flow"] ?? node).position)
            return .mapping(Mapping())
        }
        var result = Mapping()
        for url in flow.urls { carry(url, of: node, into: &result, of: "the flow '\(stated.string ?? "")'") }
        if node["scopes"] == nil {
            report(
                .error, "missing-field", "a security scheme 'type: oauth2' must have 'scopes'", at: node.position,
                help: "add 'scopes: {}'")
        }
        result["scopes"] = node["scopes"] ?? .mapping(Mapping())
        return Node(.mapping([flow.name: Node(.mapping(result), at: stated.position)]), at: stated.position)
    }

    private mutating func carry(_ key: String, of node: Node, into result: inout Mapping, of what: String) {
        guard let entry = node.mapping?.entry(key) else {
            report(.error, "missing-field", "\(what) must have '\(key)'", at: node.position, help: "add '\(key)'")
            return
        }
        result.entries.append(entry)
    }
}
