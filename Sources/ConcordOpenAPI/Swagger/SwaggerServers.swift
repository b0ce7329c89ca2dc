import ConcordYAML

extension SwaggerConversion {
    private static let schemes: Set<String> = ["http", "https", "ws", "wss"]

    /// Returns the servers for `host`, `basePath`, and `schemes`, or `nil` if the document has none of them.
    mutating func servers() -> Node? {
        checkHost()
        guard root["host"] != nil || root["basePath"] != nil else { return nil }
        return servers(root["schemes"])
    }

    /// Returns the servers for these schemes. Without schemes, it is the scheme that the document was retrieved with
    /// (2.0, `schemes`).
    func servers(_ schemes: Node?) -> Node {
        let origin = root["host"] ?? root["basePath"]
        let path = root["basePath"]?.string.map { $0 == "/" ? "" : $0 } ?? ""
        let host = root["host"]?.string
        let authority = host.map { "//" + $0 } ?? ""
        let known = schemes?.sequence?.filter { $0.string != nil } ?? []
        guard host != nil, !known.isEmpty else {
            let url = authority + path
            return [Self.server(url.isEmpty ? "/" : url, at: origin?.position)]
        }
        return .sequence(known.map { Self.server("\($0.string ?? ""):\(authority)\(path)", at: $0.position) })
    }

    private static func server(_ url: String, at position: Position?) -> Node {
        Node(.mapping(["url": Node(.string(url), at: position ?? .none)]), at: position ?? .none)
    }

    private mutating func checkHost() {
        if let host = root["host"], let text = host.string, text.contains("/") || text.contains("{") {
            report(
                .error, "bad-host", "'host' must be a host and an optional port, without a scheme or a path",
                at: host.position, help: "write the path in 'basePath' and the scheme in 'schemes'")
        }
        if let path = root["basePath"], let text = path.string, !text.hasPrefix("/") {
            report(.error, "bad-host", "'basePath' must start with '/'", at: path.position, help: "write '/\(text)'")
        }
        checkSchemes(root["schemes"])
    }

    mutating func checkSchemes(_ schemes: Node?) {
        for scheme in schemes?.sequence ?? [] {
            guard let text = scheme.string, !Self.schemes.contains(text) else { continue }
            report(
                .error, "bad-host", "'\(text)' is not a scheme of Swagger 2.0: use http, https, ws or wss",
                at: scheme.position)
        }
    }
}
