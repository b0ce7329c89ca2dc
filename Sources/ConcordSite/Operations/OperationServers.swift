import ConcordOpenAPI

/// The servers of an operation, if it or its path declares any.
struct OperationServers {
    let entry: OperationEntry
    let level: Int

    var html: HTML {
        let own = entry.servers.isEmpty ? entry.pathServers : entry.servers
        guard !own.isEmpty else { return .empty }
        let others: HTML =
            entry.servers.isEmpty || entry.pathServers.isEmpty
            ? .empty
            : """
            <p class="hint">Other operations of this path use:</p>\(ServerList(servers: entry.pathServers).html)
            """
        return """
            <h\(level) class="part">Servers</h\(level)><p class="hint">This operation uses:</p>\
            \(ServerList(servers: own).html)\(others)

            """
    }
}

/// Servers with their variables.
struct ServerList {
    let servers: [Server]

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
        let choice: HTML =
            values.isEmpty ? .empty : "<li>one of: \(values.map { "<code>\($0)</code>" }.joined(by: " "))</li>"
        return """
            <div><dt><span class="name">\(name)</span></dt><dd>\(Prose(variable.description).html)\
            <ul class="constraints"><li>default: <code>\(variable.default ?? "")</code></li>\(choice)</ul></dd></div>
            """
    }
}
