import ConcordYAML

extension Conversion {
    /// A schema of JSON Schema 2020-12 in 3.0's dialect. Keywords without a counterpart are left out afterwards, which
    /// lets more values pass, never fewer.
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

    /// `nullable` says nothing since 3.1, and would begin to count again.
    private mutating func leaveOutNullable(from mapping: inout Mapping) {
        // Without a place, it is one that the conversion has written.
        guard let entry = mapping.entry("nullable"), entry.keyPosition != .none else { return }
        mapping["nullable"] = nil
        guard entry.value.bool == true else { return }
        report(
            .note, "left-out", "'nullable' says nothing since OpenAPI 3.1 and is left out", at: entry.keyPosition)
    }

    /// 3.1 lets a schema have any keyword; in 3.0 those that it doesn't name are extensions or faults.
    private mutating func leaveOutUnknown(from mapping: inout Mapping) {
        for entry in mapping.entries where Schema.fields[entry.key] == nil && !entry.key.hasPrefix("x-") {
            mapping[entry.key] = nil
            reportLeftOut("the keyword '\(entry.key)'", at: entry.keyPosition)
        }
    }

    /// `true` and `false` in the place of a schema.
    func flagSchema(_ node: Node) -> Node {
        guard step == .lowerTo3_0, let flag = node.bool else { return node }
        let anything = Node(.mapping(Mapping()), at: node.position)
        return flag ? anything : Node(.mapping(["not": anything]), at: node.position)
    }

    /// 3.0 passes over what stands beside a reference, so the reference moves into an `allOf`.
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
            // 3.0 wants a value in the list; no value suits this one.
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
            // Any type will do beside the one value that is left.
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

    /// Adds a choice beside one that is there already.
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
        for example in lost { reportLeftOut("a further example of a schema", at: example.position) }
        guard mapping["example"] == nil, let first = examples.first else {
            mapping["examples"] = nil
            return
        }
        mapping.entries[index].key = "example"
        mapping.entries[index].value = first
    }

    /// Bytes as text: what `format` can say of `contentEncoding` and `contentMediaType`.
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

    /// 3.0 has one schema for all items, and wants one.
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
        // Without the patterns their properties would be forbidden.
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
