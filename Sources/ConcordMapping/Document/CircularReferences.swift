import ConcordOpenAPI
import ConcordYAML

extension Scaffolder {
    /// Returns the schemas that only refer to others and form a cycle, so that no value could satisfy or fail them: `A:
    /// {$ref: '#/components/schemas/A'}`.
    func circularReferences(_ schemas: Mapping) -> Set<String> {
        var targets: [String: String] = [:]
        for entry in schemas.entries { targets[entry.key] = soleReference(entry.value) }
        var circular: Set<String> = []
        var known: Set<String> = []
        for start in targets.keys where !known.contains(start) {
            var chain: [String] = []
            var next: String? = start
            while let name = next, known.insert(name).inserted {
                chain.append(name)
                next = targets[name]
            }
            if let next, let index = chain.firstIndex(of: next) { circular.formUnion(chain[index...]) }
        }
        return circular
    }

    /// Returns the name of the schema that a node refers to, either directly, in a composition with a single branch, or
    /// in a composition whose only other branch is null.
    private func soleReference(_ node: Node) -> String? {
        guard let mapping = node.mapping else { return nil }
        if let pointer = mapping["$ref"]?.string { return componentNames.wireName(at: pointer, in: .schemas) }
        for key in ["allOf", "anyOf", "oneOf"] {
            guard let branches = mapping[key]?.sequence?.filter({ $0 != version.nullSchema }), branches.count == 1
            else { continue }
            return branches[0]["$ref"]?.string.flatMap { componentNames.wireName(at: $0, in: .schemas) }
        }
        return nil
    }
}
