import ConcordYAML

extension FieldKind {
    /// A list or map made anew of what `value` makes of its elements; a choice between kinds is made by the node. A node of
    /// another kind than expected stays as it is.
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
