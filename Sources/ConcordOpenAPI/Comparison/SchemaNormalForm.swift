import ConcordYAML

/// Converts equivalent schemas to the same form, so that a comparison reports differences on the wire, and not
/// differences in notation.
///
/// `allOf` is flattened if its branches can be merged, a choice of one schema becomes that schema, a choice of
/// constants becomes an `enum`, and null becomes one of the types.
struct SchemaNormalForm {
    /// Finds the targets of references. If `nil`, references are unchanged.
    let resolver: ReferenceResolver?
    private static let maximumDepth = 24

    /// Returns the normal form of a schema. Subschemas are normalized when they are compared.
    func normalized(_ node: Node, inside outer: Set<Position> = []) -> Node {
        guard outer.count < Self.maximumDepth, var mapping = Self.asMapping(node).mapping else { return node }
        var inside = outer
        if node.position != .none { inside.insert(node.position) }
        takeReference(&mapping)
        takeBranches(&mapping, inside)
        for key in ["oneOf", "anyOf"] { takeChoice(key, &mapping, inside) }
        takeTypes(&mapping, inside)
        if mapping["format"]?.string == "byte", mapping["contentEncoding"] == nil {
            (mapping["format"], mapping["contentEncoding"]) = (nil, "base64")
        }
        if let example = mapping["example"], mapping["examples"] == nil {
            (mapping["example"], mapping["examples"]) = (nil, .sequence([example]))
        }
        return Node(.mapping(mapping), at: node.position)
    }

    /// Returns the keywords that are equivalent to `true` or `false`.
    private static func asMapping(_ node: Node) -> Node {
        guard let flag = node.bool else { return node }
        return Node(.mapping(flag ? [:] : ["not": .mapping([:])]), at: node.position)
    }

    /// Returns the target of a chain of references and the last component, or the node itself if it has keywords beside
    /// its reference.
    func followed(_ node: Node) -> (node: Node, name: String?) {
        var node = node
        var name: String?
        var seen: Set<Position> = []
        while let text = node["$ref"]?.string, Self.isMereReference(node), seen.insert(node.position).inserted,
            case .success(let next)? = resolver?.target(of: text, in: node)
        {
            let tokens = JSONPointer(URIReference(text).fragment ?? "")?.tokens
            name = tokens?.count == 3 && tokens?[1] == "schemas" ? tokens?[2] : nil
            node = next
        }
        return (node, name)
    }

    /// Returns whether the keywords beside the reference don't affect the allowed values.
    private static func isMereReference(_ node: Node) -> Bool {
        (node.mapping ?? [:]).entries.allSatisfy { $0.key == "$ref" || SchemaVocabulary.isAnnotation($0.key) }
    }

    // MARK: References and allOf

    /// Converts a reference with keywords beside it to a branch of `allOf`.
    private func takeReference(_ mapping: inout Mapping) {
        guard let entry = mapping.entry("$ref") else { return }
        mapping["$ref"] = nil
        let reference = Node(.mapping(Mapping([entry])), at: entry.value.position)
        mapping["allOf"] = .sequence([reference] + (mapping["allOf"]?.sequence ?? []))
    }

    private func takeBranches(_ mapping: inout Mapping, _ inside: Set<Position>) {
        guard let branches = mapping["allOf"]?.sequence else { return }
        mapping["allOf"] = nil
        for branch in branches { merge(branch, into: &mapping, inside) }
    }

    /// Merges the keywords of a branch into the schema, or keeps the branch in `allOf`.
    private func merge(_ branch: Node, into mapping: inout Mapping, _ inside: Set<Position>) {
        let target = followed(branch).node
        let isOpen = resolver == nil && target["$ref"] != nil && Self.isMereReference(target)
        if !isOpen, !inside.contains(target.position), let inner = normalized(target, inside: inside).mapping,
            let merged = SchemaMerging(mapping, inner).merged
        {
            mapping = merged
        } else {
            mapping["allOf"] = .sequence((mapping["allOf"]?.sequence ?? []) + [branch])
        }
    }

    // MARK: Choices

    private func takeChoice(_ key: String, _ mapping: inout Mapping, _ inside: Set<Position>) {
        guard let branches = mapping[key]?.sequence, !branches.isEmpty else { return }
        let others = branches.filter { !Self.isNull(followed($0).node) }
        let allowsNull = others.count < branches.count
        if others.count == 1 {
            var alone = mapping
            alone[key] = nil
            let acceptsNull = allowsNull && Self.acceptsNull(alone)
            merge(others[0], into: &alone, inside)
            if acceptsNull, !Self.addNull(to: &alone) { return }
            // Anything else that couldn't be merged becomes a choice with one alternative.
            if alone["allOf"]?.sequence?.last?.position == others[0].position, allowsNull { return }
            mapping = alone
        } else if let values = constants(of: branches) {
            mapping[key] = nil
            if mapping["enum"] == nil { mapping["enum"] = .sequence(values) }
        }
    }

    /// Converts a choice between types to a schema with several types, because keywords for strings don't affect
    /// numbers.
    private func takeTypes(_ mapping: inout Mapping, _ inside: Set<Position>) {
        if mapping["enum"]?.sequence == [.null] || mapping["const"] == .null {
            (mapping["enum"], mapping["const"], mapping["type"]) = (nil, nil, "null")
        }
        for key in ["oneOf", "anyOf"] where mapping["type"] == nil && mapping["discriminator"] == nil {
            guard let branches = mapping[key]?.sequence, branches.count > 1 else { continue }
            var united = mapping
            united[key] = nil
            guard united.entries.allSatisfy({ SchemaVocabulary.isAnnotation($0.key) }) else { continue }
            var types: [String] = []
            for branch in branches {
                guard branch["title"] == nil, branch["$ref"] == nil,
                    let inner = normalized(branch, inside: inside).mapping,
                    let type = Self.separableType(of: inner), !Self.overlaps(type, types)
                else { return }
                types.append(type)
                for entry in inner.entries where entry.key != "type" {
                    guard united[entry.key] == nil else { return }
                    united[entry.key] = entry.value
                }
            }
            united["type"] = Node(.sequence(types.map { .string($0) }), at: mapping[key]?.position ?? .none)
            mapping = united
        }
    }

    /// Returns whether a value can have both a type and one of the others.
    private static func overlaps(_ type: String, _ others: [String]) -> Bool {
        let numbers = ["integer", "number"]
        return others.contains { $0 == type || numbers.contains($0) && numbers.contains(type) }
    }

    /// Returns the type of a schema with one type, if all its keywords apply only to values of that type.
    private static func separableType(of mapping: Mapping) -> String? {
        guard
            let type = mapping["type"]?.string
                ?? mapping["type"]?.sequence.flatMap({ $0.count == 1 ? $0[0].string : nil })
        else { return nil }
        let words = mapping.entries.map(\.key).filter { $0 != "type" && !SchemaVocabulary.annotations.contains($0) }
        let known: Set<String> =
            switch type {
            case "string": ["minLength", "maxLength", "pattern", "format", "contentEncoding", "contentMediaType"]
            case "integer", "number":
                ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"]
            case "array": ["items", "minItems", "maxItems", "uniqueItems", "prefixItems"]
            case "object":
                [
                    "properties", "required", "additionalProperties", "minProperties", "maxProperties",
                    "patternProperties",
                ]
            default: []
            }
        return words.allSatisfy(known.contains) ? type : nil
    }

    private static func isNull(_ node: Node) -> Bool {
        node["type"]?.string == "null" || node.mapping?.entry("const")?.value == .null
            || node["enum"]?.sequence == [.null]
    }

    /// Returns whether the keywords beside a choice accept null.
    private static func acceptsNull(_ mapping: Mapping) -> Bool {
        let schema = Schema(.mapping(mapping))
        let types = schema.types
        let values = mapping["enum"]?.sequence
        return (types.isEmpty || types.contains(.null)) && values?.contains(.null) != false && mapping["const"] == nil
    }

    /// Makes a schema accept null. Returns `false` if no keyword can express it.
    private static func addNull(to mapping: inout Mapping) -> Bool {
        let null = Node.string("null")
        if let constant = mapping["const"] {
            mapping["const"] = nil
            mapping["enum"] = .sequence([constant])
        }
        if let values = mapping["enum"]?.sequence, !values.contains(.null) {
            mapping["enum"] = .sequence(values + [.null])
        }
        if let type = mapping["type"] {
            let types = type.sequence ?? [type]
            if !types.contains(null) { mapping["type"] = Node(.sequence(types + [null]), at: type.position) }
            return mapping["allOf"] == nil
        }
        for key in ["oneOf", "anyOf"] {
            guard let branches = mapping[key]?.sequence else { continue }
            mapping[key] = .sequence(branches + [.mapping(Mapping([.init("type", null)]))])
            return mapping["allOf"] == nil
        }
        return mapping["allOf"] == nil
    }

    /// The values of a choice of constants.
    private func constants(of branches: [Node]) -> [Node]? {
        var values: [Node] = []
        for branch in branches {
            guard let mapping = followed(branch).node.mapping,
                mapping.entries.allSatisfy({
                    ["const", "enum", "type"].contains($0.key) || SchemaVocabulary.isAnnotation($0.key)
                })
            else { return nil }
            if Self.isNull(.mapping(mapping)) {
                values.append(.null)
            } else if let value = mapping["const"] {
                values.append(value)
            } else if let several = mapping["enum"]?.sequence {
                values += several
            } else {
                return nil
            }
        }
        return values
    }
}

extension SchemaNormalForm {
    /// Returns the types of the values that a schema accepts: those in `type`, or those of its enumerated values. The
    /// array is empty if the schema specifies neither.
    static func types(of node: Node) -> [Schema.ValueType] {
        let stated = Schema(node).types
        guard let values = node["enum"]?.sequence ?? node["const"].map({ [$0] }), !values.isEmpty else { return stated }
        let types = values.map { Self.type(of: $0, stated) }
        let names = Schema.ValueType.allCases.filter { types.contains($0) && (stated.isEmpty || stated.contains($0)) }
        return names.isEmpty ? stated : names
    }

    private static func type(of value: Node, _ stated: [Schema.ValueType]) -> Schema.ValueType {
        switch value.kind {
        case .string: .string
        case .bool: .boolean
        case .null: .null
        case .sequence: .array
        case .mapping: .object
        case .number: stated.contains(.number) || value.integer == nil ? .number : .integer
        }
    }
}
