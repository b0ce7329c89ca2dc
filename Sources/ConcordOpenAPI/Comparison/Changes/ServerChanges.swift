import ConcordYAML

extension DocumentComparison {
    /// Compares the servers of the API or of an operation by URL, regardless of their order.
    mutating func servers(_ before: Node, _ after: Node, of subject: String) {
        let (mine, theirs) = (Self.servers(before), Self.servers(after))
        let (old, new) = (Set(mine.map(\.url)), Set(theirs.map(\.url)))
        for server in mine where !new.contains(server.url) {
            report(
                .serverRemoved, "the server '\(server.url)' of \(subject) was removed", server.node.position,
                after["servers"]?.position ?? after.position)
        }
        for server in theirs where !old.contains(server.url) {
            report(
                .serverAdded, "the server '\(server.url)' of \(subject) was added",
                before["servers"]?.position ?? before.position, server.node.position)
        }
        for server in theirs {
            guard let other = mine.first(where: { $0.url == server.url }) else { continue }
            let count = changes.count
            variables(other.node, server.node, of: server.url)
            let isTold = changes.count > count
            describe(
                other.node, server.node, "the server '\(server.url)'",
                keys: isTold ? ["description", "name"] : ["description", "name", "variables"])
        }
    }

    /// Returns a server URL without a trailing slash, which doesn't change the URLs of operations.
    private static func withoutSlash(_ url: String) -> String {
        url.count > 1 && url.hasSuffix("/") ? String(url.dropLast()) : url
    }

    /// Compares the variables of a server. A client may rely on the default and on each allowed value.
    private mutating func variables(_ before: Node, _ after: Node, of url: String) {
        let (mine, theirs) = (before["variables"]?.mapping ?? [:], after["variables"]?.mapping ?? [:])
        for entry in mine.entries {
            guard let other = theirs[entry.key] else { continue }
            let place = "the variable '\(entry.key)' of the server '\(url)'"
            if let was = entry.value["default"], let isNow = other["default"], !was.isEquivalent(to: isNow) {
                report(
                    .serverVariableChanged, "the default of \(place) went from \(was.excerpt) to \(isNow.excerpt)",
                    was.position, isNow.position)
            }
            guard let values = entry.value["enum"]?.sequence, let others = other["enum"]?.sequence else { continue }
            for value in values where !others.contains(value) {
                report(
                    .serverVariableChanged, "'\(value.excerpt)' is no longer a value of \(place)", value.position,
                    other.position)
            }
        }
    }

    private static func servers(_ node: Node) -> [(url: String, node: Node)] {
        (node["servers"]?.sequence ?? []).compactMap { server in
            server["url"]?.string.map { (withoutSlash($0), server) }
        }
    }
}
