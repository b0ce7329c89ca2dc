/// The method of a request, in its color.
struct MethodBadge {
    private let method: String
    private static let known: Set<String> = ["get", "head", "options", "query", "post", "put", "patch", "delete"]

    init(_ method: String) {
        self.method = method
    }

    var html: HTML {
        let name = method.lowercased()
        return "<span class=\"method \(Self.known.contains(name) ? name : "other")\">\(method)</span>"
    }
}

/// A path with highlighted parameters.
struct RouteLabel {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    var html: HTML {
        var rest = path[...]
        var label: HTML = .empty
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            label += "\(String(rest[..<open]))<b>\(String(rest[open...close]))</b>"
            rest = rest[rest.index(after: close)...]
        }
        return "<span class=\"path\">\(label)\(String(rest))</span>"
    }
}
