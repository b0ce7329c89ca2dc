import ConcordOpenAPI
import ConcordYAML

/// Makes values that a schema accepts: an example of the document where there is one, otherwise a short value.
struct SampleValue {
    /// Read-only properties are left out of requests, and write-only properties out of responses.
    enum Use { case request, response }

    private let components: ComponentIndex
    private let use: Use
    private var conformance: SchemaConformance

    init(_ site: SiteContent, _ use: Use) {
        components = site.components
        self.use = use
        conformance = SchemaConformance(site.document, resolver: site.components.resolver)
    }

    /// Returns a value that the schema accepts; nil if none was found.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - examples: The examples that the document states beside the schema. They come before those inside.
    mutating func node(for schema: Schema, examples: [Node] = []) -> Node? {
        for example in examples + SchemaParts(schema, components).parts.flatMap(\.schema.exampleValues) {
            let value = SampleDirection(components, use).trimmed(example, schema)
            if SampleText(value).isShort, accepts(value, schema) { return value }
        }
        for variant in SampleConstruction.Variant.all {
            var construction = SampleConstruction(components, use, variant)
            if let value = construction.value(for: [schema]), accepts(value, schema) { return value }
        }
        return nil
    }

    private mutating func accepts(_ value: Node, _ schema: Schema) -> Bool {
        conformance.failures(of: value, in: schema).isEmpty
    }
}

/// Removes the properties of an example that don't belong into a request or response.
struct SampleDirection {
    private let components: ComponentIndex
    private let use: SampleValue.Use

    init(_ components: ComponentIndex, _ use: SampleValue.Use) {
        self.components = components
        self.use = use
    }

    /// Whether a property is left out.
    func omits(_ property: Schema) -> Bool {
        SchemaParts(property, components).parts.contains { part in
            use == .request ? part.schema.readOnly == true : part.schema.writeOnly == true
        }
    }

    /// Returns an example without the properties that are left out.
    func trimmed(_ value: Node, _ schema: Schema, depth: Int = 0) -> Node {
        guard depth < 8 else { return value }
        let parts = SchemaParts(schema, components).parts
        switch value.value {
        case .sequence(let items):
            guard let item = parts.lazy.compactMap(\.schema.items).first else { return value }
            return .sequence(items.map { trimmed($0, item, depth: depth + 1) })
        case .mapping(let mapping):
            let properties = parts.flatMap { part in part.schema.properties.map { ($0.name, $0.value) } }
            let byName = Dictionary(properties) { first, _ in first }
            return .mapping(
                Mapping(
                    mapping.entries.compactMap { entry in
                        guard let property = byName[entry.key] else { return entry }
                        guard !omits(property) else { return nil }
                        return Mapping.Entry(entry.key, trimmed(entry.value, property, depth: depth + 1))
                    }))
        default: return value
        }
    }
}
