import ConcordYAML

extension SwaggerConversion {
    /// Converts a schema to 3.0: `discriminator` becomes an object, `x-nullable` a keyword, and references refer to
    /// components.
    mutating func schema(_ node: Node) -> Node {
        guard let mapping = node.mapping else { return node }
        var result = Mapping()
        for entry in mapping.entries {
            guard let converted = schemaEntry(entry) else { continue }
            result.entries.append(converted)
        }
        var schema = typed(fileSchema(Node(.mapping(result), at: node.position)))
        if schema["type"]?.string == "array", schema["items"] == nil {
            report(
                .error, "missing-field", "a schema of 'type: array' must have 'items'", at: node.position,
                help: "add 'items'")
            schema["items"] = Node(.mapping(Mapping()), at: node.position)
        }
        return reference(schema)
    }

    private mutating func schemaEntry(_ entry: Mapping.Entry) -> Mapping.Entry? {
        var entry = entry
        switch entry.key {
        case "x-nullable":
            entry.key = "nullable"
        case "discriminator":
            guard entry.value.string != nil else { return nil }
            entry.value = Node(.mapping(["propertyName": entry.value]), at: entry.value.position)
        case "items": entry.value = schema(entry.value)
        case "additionalProperties":
            if entry.value.bool == nil { entry.value = schema(entry.value) }
        case "properties":
            guard let properties = entry.value.mapping else { return entry }
            let converted = properties.entries.map {
                Mapping.Entry($0.key, schema($0.value), keyPosition: $0.keyPosition)
            }
            entry.value.value = .mapping(Mapping(converted))
        case "allOf":
            guard let nodes = entry.value.sequence else { return entry }
            entry.value.value = .sequence(nodes.map { schema($0) })
        default:
            // Keywords that 2.0 doesn't define were reported, and could have an effect in 3.0.
            guard SwaggerSchema.fields[entry.key] != nil || entry.key.hasPrefix("x-") else { return nil }
        }
        return entry
    }

    /// Converts an array of types, which 2.0 adopts from JSON Schema, to one type and `nullable`.
    private mutating func typed(_ node: Node) -> Node {
        guard let type = node["type"], let names = type.sequence?.compactMap(\.string) else { return node }
        var result = node
        let others = names.filter { $0 != "null" }
        if names.contains("null") { result["nullable"] = .bool(true) }
        if others.count == 1 {
            result["type"] = Node(.string(others[0]), at: type.position)
        } else {
            result["type"] = nil
            result["anyOf"] = .sequence(others.map { Node(.mapping(["type": .string($0)]), at: type.position) })
        }
        return result
    }
}
