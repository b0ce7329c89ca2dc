import ConcordYAML

extension Conversion {
    /// Converts a schema of JSON Schema 2020-12 to 3.0's dialect. Keywords without an equivalent are removed
    /// afterwards, which only makes the schema accept more values.
    mutating func lowerSchema(_ mapping: inout Mapping, at node: Node) {
        leaveOutNullable(from: &mapping)
        lowerReferences(of: &mapping, at: node)
        lowerSiblings(of: &mapping)
        lowerConst(of: &mapping)
        lowerTypes(of: &mapping)
        lowerBound("minimum", "exclusiveMinimum", of: &mapping) { $0.isLess(than: $1) != true }
        lowerBound("maximum", "exclusiveMaximum", of: &mapping) { $1.isLess(than: $0) != true }
        lowerExamples(of: &mapping)
        lowerContent(of: &mapping)
        lowerItems(of: &mapping)
        lowerProperties(of: &mapping)
        leaveOutUnknown(from: &mapping)
    }

    /// Removes `nullable`, which has no effect since 3.1 and would take effect again.
    private mutating func leaveOutNullable(from mapping: inout Mapping) {
        // Without a position, the conversion has added it.
        guard let entry = mapping.entry("nullable"), entry.keyPosition != .none else { return }
        mapping["nullable"] = nil
        guard entry.value.bool == true else { return }
        report(
            .note, "left-out", "'nullable' has no effect in OpenAPI 3.1 and later and is removed", at: entry.keyPosition
        )
    }

    /// Removes unknown keywords, which 3.1 allows and 3.0 doesn't.
    private mutating func leaveOutUnknown(from mapping: inout Mapping) {
        for entry in mapping.entries where Schema.fields[entry.key] == nil && !entry.key.hasPrefix("x-") {
            mapping[entry.key] = nil
            reportLeftOut("the keyword '\(entry.key)'", at: entry.keyPosition)
        }
    }

    /// Returns the schema for `true` or `false`.
    func flagSchema(_ node: Node) -> Node {
        guard step == .lowerTo3_0, let flag = node.bool else { return node }
        let anything = Node(.mapping(Mapping()), at: node.position)
        return flag ? anything : Node(.mapping(["not": anything]), at: node.position)
    }

    /// Moves the reference into `allOf`, because 3.0 ignores its siblings.
    private func lowerSiblings(of mapping: inout Mapping) {
        guard let reference = mapping.entry("$ref"), mapping.count > 1 else { return }
        mapping["$ref"] = nil
        let target = Node(.mapping(Mapping([reference])), at: reference.value.position)
        let others = mapping["allOf"]?.sequence ?? []
        mapping["allOf"] = nil
        mapping.entries.insert(
            Mapping.Entry("allOf", .sequence([target] + others), keyPosition: reference.keyPosition), at: 0)
    }

    private func lowerConst(of mapping: inout Mapping) {
        if mapping["enum"]?.sequence?.isEmpty == true {
            // 3.0 requires a value in `enum`, but none is valid here.
            mapping["enum"] = nil
            mapping["allOf"] = .sequence((mapping["allOf"]?.sequence ?? []) + [.mapping(["not": .mapping(Mapping())])])
        }
        guard let index = mapping.index(of: "const") else { return }
        let value = mapping.entries[index].value
        mapping["enum"] = nil
        guard let place = mapping.index(of: "const") else { return }
        mapping.entries[place].key = "enum"
        mapping.entries[place].value = Node(.sequence([value]), at: value.position)
    }

    private func lowerTypes(of mapping: inout Mapping) {
        guard let type = mapping["type"] else { return }
        let names = type.sequence?.compactMap(\.string) ?? type.string.map { [$0] } ?? []
        let isNullable = names.contains("null")
        let others = names.filter { $0 != "null" }
        switch others.count {
        case 0 where isNullable:
            // The type doesn't matter, because null is the only value.
            mapping["type"]?.value = .string("string")
            mapping["nullable"] = .bool(true)
            mapping["enum"] = [.null]
        case 1:
            mapping["type"]?.value = .string(others[0])
            if isNullable { mapping["nullable"] = .bool(true) }
        case 2...:
            mapping["type"] = nil
            let branches = others.map { name in
                Node(.mapping(["type": Node(.string(name), at: type.position)]), at: type.position)
            }
            var choice = Mapping.Entry("anyOf", .sequence(branches))
            if isNullable { choice.value = .sequence(branches.map { Node.mapping(($0.mapping ?? [:]).nullable) }) }
            add(choice, to: &mapping)
        default: break
        }
    }

    /// Adds a union beside an existing one.
    private func add(_ choice: Mapping.Entry, to mapping: inout Mapping) {
        guard mapping["anyOf"] != nil else { return mapping.entries.append(choice) }
        let others = mapping["allOf"]?.sequence ?? []
        mapping["allOf"] = .sequence(others + [.mapping(Mapping([choice]))])
    }

    private func lowerBound(
        _ bound: String, _ exclusive: String, of mapping: inout Mapping, isStricter: (Node, Node) -> Bool
    ) {
        guard let index = mapping.index(of: exclusive), mapping.entries[index].value.number != nil else { return }
        let limit = mapping.entries[index]
        if let other = mapping[bound], other.number != nil, !isStricter(limit.value, other) {
            mapping.entries.remove(at: index)
            return
        }
        mapping[bound] = nil
        guard let place = mapping.index(of: exclusive) else { return }
        mapping.entries[place].key = bound
        mapping.entries.insert(
            Mapping.Entry(exclusive, Node(.bool(true), at: limit.value.position), keyPosition: limit.keyPosition),
            at: place + 1)
    }

    private mutating func lowerExamples(of mapping: inout Mapping) {
        guard let index = mapping.index(of: "examples"), let examples = mapping.entries[index].value.sequence else {
            return
        }
        let lost = mapping["example"] == nil ? examples.dropFirst() : examples[...]
        for example in lost { reportLeftOut("an additional example of a schema", at: example.position) }
        guard mapping["example"] == nil, let first = examples.first else {
            mapping["examples"] = nil
            return
        }
        mapping.entries[index].key = "example"
        mapping.entries[index].value = first
    }

    /// Converts `contentEncoding` and `contentMediaType` to `format` as far as possible.
    private func lowerContent(of mapping: inout Mapping) {
        guard mapping["format"] == nil else { return }
        let mediaType = mapping["contentMediaType"]?.string
        if mapping["contentEncoding"]?.string == "base64" {
            rename("contentEncoding", to: "format", saying: "byte", in: &mapping)
        } else if mediaType == "application/octet-stream", mapping["contentEncoding"] == nil {
            rename("contentMediaType", to: "format", saying: "binary", in: &mapping)
            if mapping["type"] == nil { mapping["type"] = "string" }
        }
    }

    private func rename(_ key: String, to name: String, saying text: String, in mapping: inout Mapping) {
        guard let index = mapping.index(of: key) else { return }
        mapping.entries[index].key = name
        mapping.entries[index].value.value = .string(text)
    }

    /// Converts the schemas of items to the single one that 3.0 requires.
    private func lowerItems(of mapping: inout Mapping) {
        if let first = mapping["prefixItems"]?.sequence {
            if mapping["items"]?.bool == false, mapping["maxItems"] == nil {
                mapping["maxItems"] = .number(first.count)
            }
            mapping["items"] = .mapping(Mapping())
        } else if mapping["type"]?.string == "array", mapping["items"] == nil {
            mapping["items"] = .mapping(Mapping())
        }
    }

    private func lowerProperties(of mapping: inout Mapping) {
        if mapping["required"]?.sequence?.isEmpty == true { mapping["required"] = nil }
        let isComposed = ["allOf", "anyOf", "oneOf", "if", "$ref"].contains { mapping[$0] != nil }
        if !isComposed, mapping["additionalProperties"] == nil,
            let index = mapping.index(of: "unevaluatedProperties")
        {
            mapping.entries[index].key = "additionalProperties"
        }
        // Without the patterns, their properties would be forbidden.
        guard let patterns = mapping["patternProperties"]?.mapping, mapping["additionalProperties"]?.bool == false
        else {
            return
        }
        mapping["additionalProperties"] = patterns.count == 1 ? patterns[0].value : .bool(true)
    }
}

extension Mapping {
    fileprivate var nullable: Mapping {
        var copy = self
        copy["nullable"] = .bool(true)
        return copy
    }
}
