/// A path with its `{parameters}`.
public struct PathTemplate: Hashable, Sendable {
    /// The names between braces, in order.
    public let parameterNames: [String]

    /// Creates a template from a path. An unclosed brace is literal.
    public init(_ path: String) {
        var names: [String] = []
        var rest = path[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        parameterNames = names
    }
}
