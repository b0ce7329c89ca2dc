import ConcordYAML

extension SwaggerConversion {
    /// Returns the responses of an operation. Without media types of its own, it can refer to shared responses.
    mutating func responses(_ node: Node, produces own: [String]?) -> Node {
        guard let mapping = node.mapping else { return node }
        let entries = mapping.entries.map { entry -> Mapping.Entry in
            guard !entry.key.hasPrefix("x-") else { return entry }
            return Mapping.Entry(entry.key, oneResponse(entry.value, own), keyPosition: entry.keyPosition)
        }
        return Node(.mapping(Mapping(entries)), at: node.position)
    }

    private mutating func oneResponse(_ node: Node, _ own: [String]?) -> Node {
        guard node["$ref"] != nil else { return response(node, produces: own ?? produces) }
        guard let own, let shared = target(of: node, in: "responses"), shared["schema"] != nil, own != produces else {
            return reference(node)
        }
        return response(shared, produces: own)
    }

    /// Returns a response whose body has these media types.
    mutating func response(_ node: Node, produces: [String]?) -> Node {
        guard node.mapping != nil else { return node }
        guard node["$ref"] == nil else { return reference(node) }
        var result = Self.kept(["description"], of: node)
        if let headers = node.mapping?.entry("headers"), let mapping = headers.value.mapping {
            let entries = mapping.entries.map { entry in
                let isExtension = entry.key.hasPrefix("x-") && entry.value.mapping == nil
                return Mapping.Entry(
                    entry.key, isExtension ? entry.value : header(entry.value), keyPosition: entry.keyPosition)
            }
            result.entries.append(
                Mapping.Entry(
                    "headers", Node(.mapping(Mapping(entries)), at: headers.value.position),
                    keyPosition: headers.keyPosition))
        }
        let content = content(of: node, produces: produces)
        if !content.isEmpty { result["content"] = Node(.mapping(content), at: node.position) }
        return Node(.mapping(Response.fields.ordered(result)), at: node.position)
    }

    private mutating func content(of node: Node, produces: [String]?) -> Mapping {
        let schema = node["schema"].map { self.schema($0) }
        let examples = node["examples"]?.mapping ?? Mapping()
        let isFile = node["schema"]?["type"]?.string == "file"
        let usual = isFile ? ["application/octet-stream"] : [Self.usualMediaType]
        let stated = produces.flatMap { $0.isEmpty ? nil : $0 } ?? usual
        var content = Mapping()
        for mediaType in schema == nil ? [] : stated {
            content[mediaType] = Node(.mapping(schema.map { ["schema": $0] } ?? [:]), at: node.position)
        }
        for example in examples.entries where !example.key.hasPrefix("x-") {
            var value = content[example.key]?.mapping ?? schema.map { ["schema": $0] } ?? Mapping()
            value.entries.append(Mapping.Entry("example", example.value, keyPosition: example.keyPosition))
            content[example.key] = Node(.mapping(value), at: example.value.position)
        }
        return content
    }

    private mutating func header(_ node: Node) -> Node {
        guard node.mapping != nil else { return node }
        var result = Self.kept(["description"], of: node)
        result["x-nullable"] = nil
        _ = style(of: node, in: "header")  // says so where a list can't be written as it is
        result["schema"] = valueSchema(node)
        return Node(.mapping(result), at: node.position)
    }
}
