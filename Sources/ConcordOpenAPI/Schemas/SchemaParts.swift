import Foundation

/// The parts of a schema: the schema itself, the targets of its references, and the branches of its `allOf`.
package struct SchemaParts {
    /// A schema without its `allOf`, and the component that it comes from.
    package struct Part {
        package let schema: Schema
        package let origin: String?
    }

    package private(set) var parts: [Part] = []
    private static let mostParts = 60

    package init(_ schema: Schema, _ resolver: ReferenceResolver) {
        add(schema, origin: nil, resolver, depth: 0)
    }

    private mutating func add(_ schema: Schema, origin: String?, _ resolver: ReferenceResolver, depth: Int) {
        guard depth < 12, parts.count < Self.mostParts else { return }
        if let name = schema.componentName, parts.contains(where: { $0.origin == name }) { return }
        parts.append(Part(schema: schema, origin: origin))
        let target = resolver.resolved(schema)
        if schema.reference != nil, target.reference == nil {
            add(target, origin: schema.componentName ?? origin, resolver, depth: depth + 1)
        }
        for branch in schema.allOf { add(branch, origin: origin, resolver, depth: depth + 1) }
    }

    /// The names of the properties that at least one part requires.
    package var required: Set<String> { Set(parts.flatMap(\.schema.required)) }

    /// The properties of all parts. If several parts have the same property, the first one is used.
    package var properties: [(name: String, schema: Schema, origin: String?)] {
        var seen: Set<String> = []
        return parts.flatMap { part in
            part.schema.properties.compactMap { property in
                seen.insert(property.name).inserted ? (property.name, property.value, part.origin) : nil
            }
        }
    }
}

extension Schema {
    /// The name of the component that the schema refers to, or `nil` if it refers to no component.
    package var componentName: String? {
        guard let reference, reference.utf8.first == UInt8(ascii: "#") else { return nil }
        let place = "#/components/schemas/"
        // Nearly all names need no decoding, which takes much longer.
        let rest = reference.utf8.dropFirst(place.utf8.count)
        if reference.hasPrefix(place), !rest.contains(where: { "%~/".utf8.contains($0) }) { return String(rest) }
        guard let fragment = reference.dropFirst().removingPercentEncoding, let pointer = JSONPointer(fragment),
            pointer.tokens.dropLast() == ["components", "schemas"]
        else { return nil }
        return pointer.tokens.last
    }
}
