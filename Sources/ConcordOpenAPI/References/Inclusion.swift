import ConcordYAML

/// A `$ref` in a place where the specification allows none, as in `description: {$ref: intro.md}` or
/// `paths: {$ref: paths.yaml}`.
///
/// Documents that are kept in several files are written so, because other tools put the file in its place. Concord does the same,
/// with a warning.
struct Inclusion {
    let resolver: ReferenceResolver

    /// The reference that a node consists of, if its place may not hold one.
    ///
    /// A map takes it for one of its entries otherwise, an object for a field that it doesn't have.
    static func reference(in node: Node, expected kind: FieldKind) -> String? {
        guard case .mapping(let mapping) = node.value, mapping.count <= maximumSiblings, let value = mapping["$ref"],
            case .string(let text) = value.value
        else { return nil }
        switch kind {
        case .text, .flag, .count, .number, .list: return mapping.count == 1 ? text : nil
        case .object(let type): return type.fields["$ref"] == nil ? text : nil
        case .map(let element): return element.holdsMore ? text : nil
        case .reference, .either, .any: return nil
        }
    }

    /// The node, or what stands in its place if it is an inclusion. Fields beside the reference win.
    func included(_ node: Node, expected kind: FieldKind) -> Node {
        var result = node
        var steps = 0
        while let text = Self.reference(in: result, expected: kind), steps < Self.maximumSteps,
            case .success(let target) = resolver.target(of: text, in: result)
        {
            result = result.siblingsOfReference.isEmpty ? target : target.overlaid(with: result.siblingsOfReference)
            steps += 1
        }
        return result
    }

    /// The node with every inclusion in it replaced.
    func deeplyIncluded(_ node: Node, expected kind: FieldKind, depth: Int = 0) -> Node {
        let node = included(node, expected: kind)
        guard depth < Self.maximumDepth else { return node }
        switch kind {
        case .object(let type): return object(node, type, depth)
        case .reference(let type): return node["$ref"]?.string == nil ? object(node, type, depth) : node
        default: return kind.rebuilt(node) { deeplyIncluded($0, expected: $1, depth: depth + 1) }
        }
    }

    private func object(_ node: Node, _ type: any OpenAPIObject.Type, _ depth: Int) -> Node {
        guard var mapping = node.mapping else { return node }
        for index in mapping.entries.indices {
            let entry = mapping.entries[index]
            guard let kind = type.fields[entry.key]?.kind ?? type.fields.others else { continue }
            mapping.entries[index].value = deeplyIncluded(entry.value, expected: kind, depth: depth + 1)
        }
        return Node(.mapping(mapping), at: node.position)
    }

    /// A larger object isn't searched for a reference. `summary`, `description` and a few others stand beside one at most.
    private static let maximumSiblings = 8
    private static let maximumSteps = 50
    /// Files that include one another in a circle end here.
    private static let maximumDepth = 200
}

extension Node {
    /// The entries beside `$ref`.
    fileprivate var siblingsOfReference: [Mapping.Entry] { (mapping?.entries ?? []).filter { $0.key != "$ref" } }

    /// The mapping with entries that replace its own.
    fileprivate func overlaid(with entries: [Mapping.Entry]) -> Node {
        guard var mapping else { return self }
        for entry in entries { mapping[entry.key] = entry.value }
        return Node(.mapping(mapping), at: position)
    }
}
