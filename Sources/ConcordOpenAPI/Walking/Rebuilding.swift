import ConcordYAML

extension FieldKind {
    /// Returns an array or map with each element replaced by the result of `value`. The node determines the alternative
    /// of an `either` kind. A node of another kind is unchanged.
    func rebuilt(_ node: Node, _ value: (Node, FieldKind) -> Node) -> Node {
        switch self {
        case .text, .flag, .count, .number, .any, .object, .reference: return node
        case .list(let element):
            guard let nodes = node.sequence else { return node }
            return Node(.sequence(nodes.map { value($0, element) }), at: node.position)
        case .map(let element):
            guard var mapping = node.mapping else { return node }
            for index in mapping.entries.indices {
                mapping.entries[index].value = value(mapping.entries[index].value, element)
            }
            return Node(.mapping(mapping), at: node.position)
        case .either(let first, let second):
            return value(node, first.accepts(node) || !second.accepts(node) ? first : second)
        }
    }
}
