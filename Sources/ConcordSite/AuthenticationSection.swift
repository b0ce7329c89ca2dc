import ConcordOpenAPI

/// How a client proves who it is.
struct AuthenticationSection {
    let schemes: ObjectMap<SecurityScheme>
    let components: ComponentIndex

    var html: HTML {
        guard !schemes.isEmpty else { return .empty }
        return """
            <section class="group" aria-labelledby="authentication"><h2 id="authentication">Authentication</h2>
            \(schemes.html { article($0.name, components.resolved($0.value)) })</section>

            """
    }

    private func article(_ name: String, _ scheme: SecurityScheme) -> HTML {
        """
        <article class="schema entry" id="\(Anchor("securitySchemes", name))">
        <h3>\(name)</h3>
        <p class="type">\(summary(of: scheme))</p>
        \(Prose(scheme.description).html)
        \(flows(of: scheme).html { flow($0, $1) })
        </article>

        """
    }

    private func summary(of scheme: SecurityScheme) -> HTML {
        switch scheme.type {
        case "http"?:
            let format: HTML = scheme.bearerFormat.map { " (\($0))" } ?? .empty
            return "HTTP <code>Authorization: \(scheme.scheme ?? "")</code>\(format)"
        case "apiKey"?: return "Key <code>\(scheme.name ?? "")</code> in the \(scheme.in ?? "")"
        case "oauth2"?: return "OAuth 2.0"
        case "openIdConnect"?: return "OpenID Connect: <code>\(scheme.openIdConnectUrl ?? "")</code>"
        case "mutualTLS"?: return "A client certificate (mutual TLS)"
        case let other: return "\(other ?? "")"
        }
    }

    private func flows(of scheme: SecurityScheme) -> [(HTML, OAuthFlow)] {
        let flows = scheme.flows
        return [
            ("Implicit", flows?.implicit), ("Authorization code", flows?.authorizationCode),
            ("Client credentials", flows?.clientCredentials), ("Password", flows?.password),
            ("Device authorization", flows?.deviceAuthorization),
        ].compactMap { name, flow in flow.map { (name, $0) } }
    }

    private func flow(_ name: HTML, _ flow: OAuthFlow) -> HTML {
        let addresses = [flow.authorizationUrl, flow.deviceAuthorizationUrl, flow.tokenUrl, flow.refreshUrl]
            .compactMap { $0 }
        let scopes = flow.scopes.html { name, description in
            "<div><dt><span class=\"name\">\(name)</span></dt><dd>\(HTML(markdownLine: description))</dd></div>"
        }
        let list: HTML =
            scopes.isEmpty
            ? .empty
            : """
            <details class="nested"><summary>Scopes</summary>\
            <div class="body"><dl class="fields">\(scopes)</dl></div></details>
            """
        return "<p>\(name) \(addresses.map { "<code>\($0)</code>" }.joined(by: " "))</p>\(list)"
    }
}
