import ConcordYAML

/// Replaces the references of a tree in all places where the specification allows one. Data and extensions are
/// unchanged.
struct ReferenceRewriting {
    /// Returns the replacement of a reference, given the type of the object that contains it.
    var replacement: (String, any OpenAPIObject.Type) -> String

    /// Returns a value of a kind of field, with its references replaced.
    func value(_ node: Node, _ kind: FieldKind) -> Node {
        switch kind {
        case .text, .flag, .count, .number, .any: return node
        case .object(let type): return object(node, type)
        case .reference(let type):
            guard let text = node["$ref"]?.string else { return object(node, type) }
            var result = node
            result["$ref"]?.value = .string(replacement(text, type))
            return result
        case .list, .map, .either: return kind.rebuilt(node, value)
        }
    }

    private func object(_ node: Node, _ type: any OpenAPIObject.Type) -> Node {
        guard var mapping = node.mapping else { return node }
        let table = type.fields
        for index in mapping.entries.indices {
            let entry = mapping.entries[index]
            let field = table[entry.key]
            if field == nil, table.allowsExtensions, entry.key.hasPrefix("x-") { continue }
            guard let kind = field?.kind ?? table.others else { continue }
            mapping.entries[index].value = value(entry.value, kind)
        }
        if table["$ref"] != nil { replaceText("$ref", of: &mapping, type) }
        if type == Link.self { replaceText("operationRef", of: &mapping, type) }
        if type == Discriminator.self {
            mapping = Discriminator.replacingReferences(in: mapping) { replacement($0, Schema.self) }
        }
        return Node(.mapping(mapping), at: node.position)
    }

    private func replaceText(_ key: String, of mapping: inout Mapping, _ type: any OpenAPIObject.Type) {
        guard let text = mapping[key]?.string else { return }
        mapping[key]?.value = .string(replacement(text, type))
    }
}
