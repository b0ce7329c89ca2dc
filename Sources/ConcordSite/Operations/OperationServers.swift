import ConcordOpenAPI

/// The servers of an operation, if it or its path declares any.
struct OperationServers {
    let entry: OperationEntry
    let page: PageContext
    let level: Int

    var html: HTML {
        let own = entry.servers.isEmpty ? entry.pathServers : entry.servers
        guard !own.isEmpty else { return .empty }
        let others: HTML =
            entry.servers.isEmpty || entry.pathServers.isEmpty
            ? .empty
            : """
            <p class="hint">\(page.text(.serversOfPath))</p>\(ServerList(servers: entry.pathServers, page: page).html)
            """
        return """
            <h\(level) class="part">\(page.text(.servers))</h\(level)><p class="hint">\(page.text(.serversOfOperation))</p>\
            \(ServerList(servers: own, page: page).html)\(others)

            """
    }
}

/// Servers with their variables.
struct ServerList {
    let servers: [Server]
    let page: PageContext

    var html: HTML {
        "<dl class=\"fields\">\(servers.html(row))</dl>"
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
        let codes = values.map { "<code>\($0)</code>" as HTML }.joined(by: " ")
        let choice: HTML = values.isEmpty ? .empty : "<li>\(page.text(.oneOfValues, ["values": codes]))</li>"
        let initial = page.text(.initialValue, ["value": "<code>\(variable.default ?? "")</code>"])
        return """
            <div><dt><span class="name">\(name)</span></dt><dd>\(Prose(variable.description).html)\
            <ul class="constraints"><li>\(initial)</li>\(choice)</ul></dd></div>
            """
    }
}
