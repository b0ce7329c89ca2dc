import ConcordYAML

/// Creates values that a schema accepts: an example of the document, or else a short value.
package struct SampleValue {
    /// The direction of the values. Requests have no read-only properties, and responses no write-only ones.
    package enum Use { case request, response }

    private let resolver: ReferenceResolver
    private let use: Use
    private let isServed: Bool
    private var conformance: SchemaConformance

    /// Creates a source of values.
    ///
    /// - Parameters:
    ///   - document: The document that the schemas are part of.
    ///   - resolver: The document's resolver.
    ///   - use: The direction of the values.
    ///   - isServed: Whether a server sends the values. Examples can then have any length, but the schema must
    ///     certainly accept them. Documentation shows short examples only, and those that can't be decided.
    package init(_ document: Document, _ resolver: ReferenceResolver, _ use: Use, isServed: Bool = false) {
        self.resolver = resolver
        self.use = use
        self.isServed = isServed
        let direction: SchemaEvaluator.Direction = use == .request ? .request : .response
        conformance = SchemaConformance(document, resolver: resolver, direction: isServed ? direction : nil)
    }

    /// Returns a value that the schema accepts, or `nil` if none was found.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - examples: The examples beside the schema. They precede those of the schema.
    package mutating func node(for schema: Schema, examples: [Node] = []) -> Node? {
        for example in examples + SchemaParts(schema, resolver).parts.flatMap(\.schema.exampleValues) {
            let value = SampleDirection(resolver, use).trimmed(example, schema)
            if isServed || value.isShort, accepts(value, schema) { return value }
        }
        for variant in SampleConstruction.Variant.all {
            var construction = SampleConstruction(resolver, use, variant)
            if let value = construction.value(for: [schema]), accepts(value, schema) { return value }
        }
        return nil
    }

    private mutating func accepts(_ value: Node, _ schema: Schema) -> Bool {
        isServed ? conformance.accepts(value, schema) : conformance.failures(of: value, in: schema).isEmpty
    }
}

extension Node {
    /// Whether the value takes up only a part of a sample.
    var isShort: Bool {
        var budget = 60
        return fits(&budget)
    }

    private func fits(_ budget: inout Int) -> Bool {
        budget -= 1
        guard budget > 0 else { return false }
        switch value {
        case .null, .bool: return true
        case .number(let text), .string(let text): return text.utf8.count <= 200
        case .sequence(let nodes): return nodes.allSatisfy { $0.fits(&budget) }
        case .mapping(let mapping): return mapping.allSatisfy { $0.value.fits(&budget) }
        }
    }
}

/// Removes the properties of an example that don't belong into a request or response.
struct SampleDirection {
    private let resolver: ReferenceResolver
    private let use: SampleValue.Use

    init(_ resolver: ReferenceResolver, _ use: SampleValue.Use) {
        self.resolver = resolver
        self.use = use
    }

    /// Whether a property is left out.
    func omits(_ property: Schema) -> Bool {
        SchemaParts(property, resolver).parts.contains { part in
            use == .request ? part.schema.readOnly == true : part.schema.writeOnly == true
        }
    }

    /// Returns an example without the properties that are left out.
    func trimmed(_ value: Node, _ schema: Schema, depth: Int = 0) -> Node {
        guard depth < 8 else { return value }
        let parts = SchemaParts(schema, resolver).parts
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
