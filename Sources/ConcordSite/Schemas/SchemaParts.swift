import ConcordOpenAPI

/// A schema taken apart: the schema itself, what it refers to, and what its `allOf` combines.
struct SchemaParts {
    /// A schema without its `allOf`, and the component that it comes from.
    struct Part {
        let schema: Schema
        let origin: String?
    }

    private(set) var parts: [Part] = []
    private(set) var unresolved: [String] = []
    private static let mostParts = 60

    init(_ schema: Schema, _ components: ComponentIndex) {
        add(schema, origin: nil, components, depth: 0)
    }

    private mutating func add(_ schema: Schema, origin: String?, _ components: ComponentIndex, depth: Int) {
        guard depth < 12, parts.count < Self.mostParts else { return }
        if let name = schema.componentName, parts.contains(where: { $0.origin == name }) { return }
        parts.append(Part(schema: schema, origin: origin))
        if let reference = schema.reference {
            let target = components.resolved(schema)
            if target.reference == nil {
                add(target, origin: schema.componentName ?? origin, components, depth: depth + 1)
            } else {
                unresolved.append(reference)
            }
        }
        for branch in schema.allOf { add(branch, origin: origin, components, depth: depth + 1) }
    }

    /// The names of the properties that some part requires.
    var required: Set<String> { Set(parts.flatMap(\.schema.required)) }

    /// The properties of all parts. Of several with one name the first one that has more than a reference counts.
    var properties: [(name: String, schema: Schema, origin: String?)] {
        var seen: Set<String> = []
        return parts.flatMap { part in
            part.schema.properties.compactMap { property in
                seen.insert(property.name).inserted ? (property.name, property.value, part.origin) : nil
            }
        }
    }
}
