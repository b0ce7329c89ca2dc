/// Finds the operations of a path. Literal segments take precedence over named ones, regardless of the order of the
/// views.
struct Router {
    private struct Node {
        var fixed: [String: Node] = [:]
        /// The named segments. Those with the most literal text are first.
        var named: [(pieces: [PathTemplate.Piece], node: Node)] = []
        var operations: [String: _Core.ViewOperation] = [:]
        /// The methods in order of declaration, for `Allow`.
        var methods: [String] = []
        /// The template of the first operation at this node.
        var path = ""
    }

    /// The operations of a path by method, and the values in the path.
    struct Match {
        let operations: [String: _Core.ViewOperation]
        let methods: [String]
        let pathValues: [String: Substring]
        /// The names in the template, in order.
        let pathNames: [String]
        /// The path template in the document.
        let path: String
    }

    private var root = Node()

    /// Adds a route. If two operations have the same path and method, only the first is called.
    mutating func add(_ route: _Core.Route) {
        guard route.path.hasPrefix("/") else { return }
        Self.add(route, PathTemplate(route.path).segments[...], to: &root)
    }

    private static func add(
        _ route: _Core.Route,
        _ segments: ArraySlice<PathTemplate.Segment>,
        to node: inout Node
    ) {
        switch segments.first {
        case nil:
            if node.methods.isEmpty { node.path = route.path }
            for operation in route.operations where node.operations[operation.method] == nil {
                node.operations[operation.method] = operation
                node.methods.append(operation.method)
            }
        case .fixed(let text):
            add(route, segments.dropFirst(), to: &node.fixed[text, default: Node()])
        case .pieces(let pieces):
            if let index = node.named.firstIndex(where: { $0.pieces == pieces }) {
                add(route, segments.dropFirst(), to: &node.named[index].node)
            } else {
                var child = Node()
                add(route, segments.dropFirst(), to: &child)
                let place = node.named.firstIndex { $0.pieces.fixedLength < pieces.fixedLength } ?? node.named.endIndex
                node.named.insert((pieces, child), at: place)
            }
        }
    }

    /// Returns the operations of a path, or `nil` if there are none.
    func match(_ path: String) -> Match? {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard path.hasPrefix("/") else { return nil }
        var values: [(name: String, value: Substring)] = []
        guard let node = Self.match(segments.dropFirst(), root, &values) else { return nil }
        return Match(
            operations: node.operations,
            methods: node.methods,
            pathValues: Dictionary(values.map { ($0.name, $0.value) }) { _, last in last },
            pathNames: values.map(\.name),
            path: node.path)
    }

    /// Visits each node at most once, because each node is a different path prefix.
    private static func match(
        _ segments: ArraySlice<Substring>,
        _ node: Node,
        _ values: inout [(name: String, value: Substring)]
    ) -> Node? {
        guard let segment = segments.first else { return node.operations.isEmpty ? nil : node }
        let rest = segments.dropFirst()
        if let child = node.fixed[PercentEncoding.decode(segment) ?? String(segment)],
            let found = match(rest, child, &values)
        {
            return found
        }
        for (pieces, child) in node.named {
            guard let matched = pieces.match(segment) else { continue }
            values.append(contentsOf: matched)
            if let found = match(rest, child, &values) { return found }
            values.removeLast(matched.count)
        }
        return nil
    }
}
