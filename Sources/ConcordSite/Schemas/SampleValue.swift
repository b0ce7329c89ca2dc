import ConcordOpenAPI
import ConcordYAML

/// A value that a schema allows, as an example where the document gives none: short, never the same twice as long.
struct SampleValue {
    private let components: ComponentIndex
    /// How many nodes more it may have; recursive schemas end here or where they are too deep to read.
    private var budget = 80
    private static let deepest = 6

    init(_ components: ComponentIndex) {
        self.components = components
    }

    mutating func node(for schema: Schema, depth: Int = 0) -> Node {
        budget -= 1
        if let given = stated(by: schema) { return given }
        guard budget > 0, depth < Self.deepest else { return .null }
        guard schema.reference == nil else {
            let target = components.resolved(schema)
            return target.reference == nil ? node(for: target, depth: depth + 1) : .null
        }
        if let branch = schema.alternatives.first(where: { $0.types != [.null] }) {
            return node(for: branch, depth: depth + 1)
        }
        if !schema.allOf.isEmpty { return merged(schema, depth: depth) }
        switch schema.types.first(where: { $0 != .null }) {
        case .array?: return .sequence(schema.items.map { [node(for: $0, depth: depth + 1)] } ?? [])
        case .integer?: return .number(schema.minimum ?? "0")
        case .number?: return .number(schema.minimum ?? "0.5")
        case .boolean?: return .bool(true)
        case .string?: return .string(text(of: schema))
        case .object?: return object(schema, depth: depth)
        case nil where !schema.properties.isEmpty: return object(schema, depth: depth)
        default: return .null
        }
    }

    private func stated(by schema: Schema) -> Node? {
        let stated = schema.exampleValues.first ?? schema.const ?? schema.default ?? schema.enum?.first
        return stated.map { SampleText($0).isShort ? $0 : .string("…") }
    }

    private mutating func object(_ schema: Schema, depth: Int) -> Node {
        var entries: [Mapping.Entry] = []
        for property in schema.properties where budget > 0 && property.value.writeOnly != true {
            entries.append(Mapping.Entry(property.name, node(for: property.value, depth: depth + 1)))
        }
        if entries.isEmpty, let value = schema.additionalProperties, value.always == nil {
            entries.append(Mapping.Entry("name", node(for: value, depth: depth + 1)))
        }
        return .mapping(Mapping(entries))
    }

    private mutating func merged(_ schema: Schema, depth: Int) -> Node {
        var whole = Mapping()
        for part in schema.allOf {
            guard case .mapping(let piece) = node(for: part, depth: depth + 1).value else { continue }
            for entry in piece.entries { whole[entry.key] = entry.value }
        }
        if case .mapping(let piece) = object(schema, depth: depth).value, !schema.properties.isEmpty {
            for entry in piece.entries { whole[entry.key] = entry.value }
        }
        return .mapping(whole)
    }

    private func text(of schema: Schema) -> String {
        switch schema.format {
        case "date-time"?: "2030-01-31T09:30:00Z"
        case "date"?: "2030-01-31"
        case "time"?: "09:30:00Z"
        case "uuid"?: "6f1f2a34-5b0c-4a7e-9d6b-2f3c1e8a7b90"
        case "email"?: "someone@example.com"
        case "uri"?, "url"?: "https://example.com"
        case "hostname"?: "example.com"
        case "ipv4"?: "192.0.2.1"
        case "ipv6"?: "2001:db8::1"
        case "byte"?: "Q29uY29yZA=="
        case "binary"?: "…"
        default: "string"
        }
    }
}
