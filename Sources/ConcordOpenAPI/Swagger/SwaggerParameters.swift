import ConcordYAML

extension SwaggerConversion {
    private static let locations = ["query", "header", "path", "formData", "body"]

    /// The keys that 2.0 has in a parameter or header, and 3.0 in its schema.
    private static let schemaKeys: Set<String> = [
        "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
        "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf",
    ]

    /// Returns a parameter in the path, the query, or a header.
    mutating func parameter(_ node: Node) -> Node {
        guard node.mapping != nil else { return node }
        checkLocation(of: node)
        checkType(of: node)
        var result = Self.kept(["name", "in", "description", "required", "allowEmptyValue"], of: node)
        result["x-nullable"] = nil
        if node["in"]?.string != "query" { result["allowEmptyValue"] = nil }
        for (key, value) in style(of: node, in: node["in"]?.string ?? "query") { result[key] = value }
        result["schema"] = valueSchema(node)
        return Node(.mapping(Parameter.fields.ordered(result)), at: node.position)
    }

    /// Returns the schema of a value that 2.0 describes without a schema.
    mutating func valueSchema(_ node: Node) -> Node {
        var schema = Mapping((node.mapping ?? Mapping()).entries.filter { Self.schemaKeys.contains($0.key) })
        if let items = schema["items"] {
            var inner = valueSchema(items).mapping ?? Mapping()
            for entry in Self.kept([], of: items).entries where entry.key != "x-nullable" {
                inner.entries.append(entry)
            }
            schema["items"] = Node(.mapping(inner), at: items.position)
            checkNested(items)
        }
        if schema["type"]?.string == "array", schema["items"] == nil {
            report(
                .error, "missing-field", "an array schema must have 'items'", at: node.position,
                help: "add 'items'")
            schema["items"] = Node(.mapping(Mapping()), at: node.position)
        }
        if let nullable = node.mapping?.entry("x-nullable"), nullable.value.bool != nil {
            schema.entries.append(Mapping.Entry("nullable", nullable.value, keyPosition: nullable.keyPosition))
        }
        return fileSchema(Node(.mapping(schema), at: node.position))
    }

    /// Converts `type: file` to a binary string.
    func fileSchema(_ node: Node) -> Node {
        guard let type = node["type"], type.string == "file" else { return node }
        var result = node
        result["type"]?.value = .string("string")
        result["format"] = Node(.string("binary"), at: type.position)
        return result
    }

    // MARK: Arrays

    /// Returns the style of an array for its `collectionFormat` (`csv` by default), unless it is 3.0's default style.
    mutating func style(of node: Node, in location: String) -> [(String, Node)] {
        guard node["type"]?.string == "array" else { return [] }
        let format = node["collectionFormat"]
        func stated(_ style: String, explode: Bool) -> [(String, Node)] {
            let place = format?.position ?? node.position
            return [("style", Node(.string(style), at: place)), ("explode", Node(.bool(explode), at: place))]
        }
        let isForm = location == "query" || location == "formData"
        switch format?.string ?? "csv" {
        case "csv": return isForm ? stated("form", explode: false) : []
        case "multi" where isForm: return stated("form", explode: true)
        case "ssv" where isForm: return stated("spaceDelimited", explode: false)
        case "pipes" where isForm: return stated("pipeDelimited", explode: false)
        case let other:
            let isKnown = ["ssv", "tsv", "pipes", "multi"].contains(other)
            report(
                isKnown ? .warning : .error, isKnown ? "left-out" : "bad-collection-format",
                isKnown
                    ? "OpenAPI 3.0 can't express 'collectionFormat: \(other)' for a parameter in \(location), which is removed"
                    : "'\(other)' is not a collection format: it must be csv, ssv, tsv, pipes or multi",
                at: format?.position ?? node.position)
            return []
        }
    }

    private mutating func checkNested(_ items: Node) {
        guard let format = items["collectionFormat"], format.string != "csv" else { return }
        report(
            .warning, "left-out", "OpenAPI 3.0 can't express the format of an array inside an array, which is removed",
            at: format.position)
    }

    // MARK: Errors in 2.0

    private mutating func checkLocation(of node: Node) {
        guard let location = node["in"], let text = location.string, !Self.locations.contains(text) else { return }
        report(
            .error, "bad-location", "'\(text)' is not a location of a parameter in Swagger 2.0", at: location.position,
            help: Self.locations.nearest(to: text).map { "did you mean '\($0)'?" } ?? "it has query, header, path, "
                + "formData and body")
    }

    mutating func checkType(of node: Node) {
        guard node["type"] == nil, node["$ref"] == nil else { return }
        report(
            .error, "missing-field", "a parameter outside the body must have 'type'", at: node.position,
            help: node["schema"] == nil ? "add 'type'" : "only a parameter 'in: body' has a schema; state the type here"
        )
    }
}
