import ConcordOpenAPI

/// The security schemes of the API.
struct SecuritySchemeSection {
    let page: PageContext

    var html: HTML {
        let schemes = page.site.securitySchemes
        guard !schemes.isEmpty else { return .empty }
        return """
            <section class="group" aria-labelledby="authentication"><h2 id="authentication">Authentication</h2>
            \(schemes.html { article($0.name, page.components.resolved($0.value)) })</section>

            """
    }

    private func article(_ name: String, _ scheme: SecurityScheme) -> HTML {
        let deprecated: HTML = scheme.deprecated == true ? " <span class=\"badge warn\">deprecated</span>" : .empty
        return """
            <article class="scheme" id="\(Anchor("securitySchemes", name))">
            <h3>\(name)\(deprecated)</h3>
            <p class="type">\(Self.summary(of: scheme))</p>
            \(Prose(scheme.description).html)\
            \(Self.flows(of: scheme).html { flow($0, $1) })
            </article>

            """
    }

    private static func summary(of scheme: SecurityScheme) -> HTML {
        switch scheme.type {
        case "http"?:
            let format: HTML = scheme.bearerFormat.map { " (\($0))" } ?? .empty
            return "HTTP <code>Authorization: \(scheme.scheme ?? "")</code>\(format)"
        case "apiKey"?:
            return
                "API key <code>\(scheme.name ?? "")</code> in \(scheme.in == "query" ? "the query" : "a \(scheme.in ?? "")")"
        case "oauth2"?:
            let metadata: HTML = scheme.oauth2MetadataUrl.map { ": <code>\($0)</code>" } ?? .empty
            return "OAuth 2.0\(metadata)"
        case "openIdConnect"?: return "OpenID Connect: <code>\(scheme.openIdConnectUrl ?? "")</code>"
        case "mutualTLS"?: return "A client certificate (mutual TLS)"
        case let other: return "\(other ?? "")"
        }
    }

    private static func flows(of scheme: SecurityScheme) -> [(HTML, OAuthFlow)] {
        let flows = scheme.flows
        return [
            ("Implicit", flows?.implicit), ("Authorization code", flows?.authorizationCode),
            ("Client credentials", flows?.clientCredentials), ("Password", flows?.password),
            ("Device authorization", flows?.deviceAuthorization),
        ].compactMap { name, flow in flow.map { (name, $0) } }
    }

    private func flow(_ name: HTML, _ flow: OAuthFlow) -> HTML {
        let addresses: [(HTML, String?)] = [
            ("Authorization", flow.authorizationUrl), ("Device authorization", flow.deviceAuthorizationUrl),
            ("Token", flow.tokenUrl), ("Refresh", flow.refreshUrl),
        ]
        let items = addresses.html { label, address in address.map { "<li>\(label): <code>\($0)</code></li>" } ?? .empty
        }
        let scopes = flow.scopes.html { name, description in
            "<div><dt><span class=\"name\">\(name)</span></dt><dd>\(HTML(markdownLine: description))</dd></div>"
        }
        let list: HTML = scopes.isEmpty ? .empty : "<p class=\"label\">Scopes</p><dl class=\"fields\">\(scopes)</dl>"
        return "<p class=\"label\">\(name) flow</p><ul class=\"constraints\">\(items)</ul>\(list)"
    }

    /// The description of a scope, on one line.
    static func description(ofScope scope: String, of name: String, _ page: PageContext) -> HTML {
        guard let stated = page.site.securitySchemes[name] else { return .empty }
        for (_, flow) in flows(of: page.components.resolved(stated)) {
            if let found = flow.scopes.first(where: { $0.name == scope }) {
                return HTML(markdownLine: found.description)
            }
        }
        return .empty
    }
}
