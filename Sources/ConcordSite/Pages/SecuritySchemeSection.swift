import ConcordOpenAPI

/// The security schemes of the API.
struct SecuritySchemeSection {
    let page: PageContext

    var html: HTML {
        let schemes = page.site.securitySchemes
        guard !schemes.isEmpty else { return .empty }
        return """
            <section class="group" aria-labelledby="authentication"><h2 id="authentication">\(page.text(.authentication))</h2>
            \(schemes.html { article($0.name, page.components.resolved($0.value)) })</section>

            """
    }

    private func article(_ name: String, _ scheme: SecurityScheme) -> HTML {
        let deprecated: HTML =
            scheme.deprecated == true ? " <span class=\"badge warn\">\(page.text(.deprecated))</span>" : .empty
        return """
            <article class="scheme" id="\(Anchor("securitySchemes", name))">
            <h3>\(name)\(deprecated)</h3>
            <p class="type">\(summary(of: scheme))</p>
            \(Prose(scheme.description).html)\
            \(Self.flows(of: scheme).html { flow(page.text($0), $1) })
            </article>

            """
    }

    private func summary(of scheme: SecurityScheme) -> HTML {
        switch scheme.type {
        case "http"?:
            let format: HTML = scheme.bearerFormat.map { " (\($0))" } ?? .empty
            return "HTTP <code>Authorization: \(scheme.scheme ?? "")</code>\(format)"
        case "apiKey"?:
            let place: SiteText = ["query": .keyInQuery, "cookie": .keyInCookie][scheme.in ?? ""] ?? .keyInHeader
            return page.text(place, ["name": "<code>\(scheme.name ?? "")</code>"])
        case "oauth2"?:
            let metadata: HTML = scheme.oauth2MetadataUrl.map { ": <code>\($0)</code>" } ?? .empty
            return "OAuth 2.0\(metadata)"
        case "openIdConnect"?: return "OpenID Connect: <code>\(scheme.openIdConnectUrl ?? "")</code>"
        case "mutualTLS"?: return page.text(.clientCertificate)
        case let other: return "\(other ?? "")"
        }
    }

    private static func flows(of scheme: SecurityScheme) -> [(SiteText, OAuthFlow)] {
        let flows = scheme.flows
        return [
            (.implicitFlow, flows?.implicit), (.authorizationCodeFlow, flows?.authorizationCode),
            (.clientCredentialsFlow, flows?.clientCredentials), (.passwordFlow, flows?.password),
            (.deviceAuthorizationFlow, flows?.deviceAuthorization),
        ].compactMap { name, flow in flow.map { (name, $0) } }
    }

    private func flow(_ name: HTML, _ flow: OAuthFlow) -> HTML {
        let addresses: [(SiteText, String?)] = [
            (.authorizationAddress, flow.authorizationUrl), (.deviceAuthorizationAddress, flow.deviceAuthorizationUrl),
            (.tokenAddress, flow.tokenUrl), (.refreshAddress, flow.refreshUrl),
        ]
        let items = addresses.html { text, address in
            address.map { "<li>\(page.text(text, ["address": "<code>\($0)</code>"]))</li>" } ?? .empty
        }
        let scopes = flow.scopes.html { name, description in
            "<div><dt><span class=\"name\">\(name)</span></dt><dd>\(HTML(markdownLine: description))</dd></div>"
        }
        let list: HTML =
            scopes.isEmpty ? .empty : "<p class=\"label\">\(page.text(.scopes))</p><dl class=\"fields\">\(scopes)</dl>"
        return "<p class=\"label\">\(name)</p><ul class=\"constraints\">\(items)</ul>\(list)"
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
