import ConcordOpenAPI
import ConcordYAML

extension Scaffolder {
    /// The schemas that only refer to others and so come back to themselves, which no value could ever satisfy or fail:
    /// `A: {$ref: '#/components/schemas/A'}`.
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

    /// The schema that a reference names, be it in a composition of its own or beside null.
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
