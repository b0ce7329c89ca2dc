import ConcordOpenAPI

/// What the parts of a page need of the rest of the document.
struct PageContext {
    let components: ComponentIndex
    let servers: [Server]
    /// What operations ask for unless they say otherwise.
    let security: [SecurityRequirement]?

    init(_ document: Document) {
        components = ComponentIndex(document)
        servers = document.servers
        security = document.security
    }

    /// The first server's address without a slash at the end, its variables at their defaults.
    func address(of entry: OperationEntry) -> String {
        guard let server = entry.servers.first ?? servers.first, var address = server.url else {
            return ""
        }
        for variable in server.variables.prefix(10) {
            guard let value = variable.value.default else { continue }
            address = address.replacing("{\(variable.name)}", with: value)
        }
        return address.hasSuffix("/") ? String(address.dropLast()) : address
    }
}
