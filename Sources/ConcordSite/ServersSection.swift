import ConcordOpenAPI

/// Where the API is served.
struct ServersSection {
    let servers: [Server]

    var html: HTML {
        guard !servers.isEmpty else { return .empty }
        return """
            <section aria-labelledby="servers"><h4 id="servers">Servers</h4>
            <dl class="fields">\(servers.html(row))</dl></section>

            """
    }

    private func row(_ server: Server) -> HTML {
        let name: HTML = server.name.map { " <span class=\"badge\">\($0)</span>" } ?? .empty
        let variables = server.variables.html { variable($0.name, $0.value) }
        let list: HTML = variables.isEmpty ? .empty : "<dl class=\"fields\">\(variables)</dl>"
        return """
            <div><dt><code>\(server.url ?? "")</code>\(name)</dt><dd>\(Prose(server.description).html)\(list)</dd></div>

            """
    }

    private func variable(_ name: String, _ variable: ServerVariable) -> HTML {
        let values = variable.enum
        let choice: HTML = values.isEmpty ? .empty : " one of \(values.map { "<code>\($0)</code>" }.joined(by: " "))"
        return """
            <div><dt><span class="name">{\(name)}</span> <span class="hint">default \
            <code>\(variable.default ?? "")</code>\(choice)</span></dt><dd>\(Prose(variable.description).html)</dd></div>
            """
    }
}
