import ConcordYAML

/// Merges the keywords of two schemas into a schema that accepts only values that both accept.
struct SchemaMerging {
    /// The merged schema, or `nil` if no single schema is equivalent.
    let merged: Mapping?

    private static let lowerBounds = Set(SchemaVocabulary.lowerCounts + ["minimum", "exclusiveMinimum"])
    private static let upperBounds = Set(SchemaVocabulary.upperCounts + ["maximum", "exclusiveMaximum"])

    /// Merges a branch of `allOf` into the enclosing schema, whose annotations take precedence.
    init(_ outer: Mapping, _ inner: Mapping) {
        guard Self.seeTheSameProperties(outer, inner) else {
            merged = nil
            return
        }
        var result = outer
        for entry in inner.entries {
            guard let own = result[entry.key] else {
                result[entry.key] = entry.value
                continue
            }
            guard let value = Self.value(of: entry.key, own, entry.value) else {
                merged = nil
                return
            }
            result[entry.key] = value
        }
        merged = result
    }

    /// Returns whether keywords that depend on the properties beside them keep their meaning in a merged schema.
    private static func seeTheSameProperties(_ first: Mapping, _ second: Mapping) -> Bool {
        for (one, other) in [(first, second), (second, first)] {
            if one["unevaluatedProperties"] != nil || one["unevaluatedItems"] != nil, !other.isEmpty { return false }
            let closes = one["additionalProperties"].map { $0.bool != true } ?? false
            guard closes else { continue }
            let known = Set(one["properties"]?.mapping?.keys ?? [])
            let others = Set(other["properties"]?.mapping?.keys ?? [])
            if !others.isSubset(of: known) || other["patternProperties"] != nil { return false }
        }
        return true
    }

    private static func value(of key: String, _ own: Node, _ other: Node) -> Node? {
        let isOuters = SchemaVocabulary.isAnnotation(key) || key == "xml" || key == "discriminator"
        if isOuters || SchemaMeaning.isSame(own, other, for: key) { return own }
        if lowerBounds.contains(key) { return bound(own, other, >) }
        if upperBounds.contains(key) { return bound(own, other, <) }
        switch key {
        case "properties": return properties(own, other)
        case "required": return Node(.sequence(union(own, other)), at: own.position)
        case "type": return types(own, other)
        case "allOf": return Node(.sequence((own.sequence ?? []) + (other.sequence ?? [])), at: own.position)
        case "enum":
            return Node(.sequence(SchemaMeaning.common(own.sequence ?? [], other.sequence ?? [])), at: own.position)
        default: return nil
        }
    }

    private static func bound(_ own: Node, _ other: Node, _ isNarrower: (Double, Double) -> Bool) -> Node? {
        guard let first = own.number.flatMap(Double.init), let second = other.number.flatMap(Double.init) else {
            return nil
        }
        return isNarrower(second, first) ? other : own
    }

    private static func union(_ own: Node, _ other: Node) -> [Node] {
        let names = own.sequence ?? []
        return names + (other.sequence ?? []).filter { !names.contains($0) }
    }

    /// Returns the merged properties. A property in both schemas must match both.
    private static func properties(_ own: Node, _ other: Node) -> Node? {
        guard var result = own.mapping, let others = other.mapping else { return nil }
        for entry in others.entries {
            guard let mine = result[entry.key] else {
                result.entries.append(entry)
                continue
            }
            if !mine.isEquivalent(to: entry.value) {
                result[entry.key] = Node(
                    .mapping(Mapping([.init("allOf", .sequence([mine, entry.value]))])), at: mine.position)
            }
        }
        return Node(.mapping(result), at: own.position)
    }

    private static func types(_ own: Node, _ other: Node) -> Node? {
        let (first, second) = (Schema(.mapping(["type": own])).types, Schema(.mapping(["type": other])).types)
        let both =
            first.filter { second.contains($0) || $0 == .integer && second.contains(.number) }
            + (first.contains(.number) && second.contains(.integer) && !first.contains(.integer) ? [.integer] : [])
        guard !both.isEmpty else { return nil }
        return Node(.sequence(both.map { .string($0.rawValue) }), at: own.position)
    }
}
