import ConcordYAML

extension DocumentComparison {
    /// Compares the servers that the API or an operation states, by their URLs; an order means nothing.
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
            describe(
                other.node, server.node, "the server '\(server.url)'", keys: ["description", "name", "variables"])
        }
    }

    private static func servers(_ node: Node) -> [(url: String, node: Node)] {
        (node["servers"]?.sequence ?? []).compactMap { server in server["url"]?.string.map { ($0, server) } }
    }
}
