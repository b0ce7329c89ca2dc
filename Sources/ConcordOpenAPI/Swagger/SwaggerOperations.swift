import ConcordYAML

extension SwaggerConversion {
    mutating func paths(_ node: Node) -> Node {
        guard let mapping = node.mapping else { return node }
        let entries = mapping.entries.map { entry in
            Mapping.Entry(
                entry.key, entry.key.hasPrefix("x-") ? entry.value : pathItem(entry.value),
                keyPosition: entry.keyPosition)
        }
        return Node(.mapping(Mapping(entries)), at: node.position)
    }

    private mutating func pathItem(_ node: Node) -> Node {
        guard let mapping = node.mapping else { return node }
        let shared = parameters(of: node)
        var result = Mapping()
        for entry in mapping.entries {
            switch entry.key {
            case "parameters":
                if let nodes = shared.outsideBody, !nodes.isEmpty {
                    result.entries.append(
                        Mapping.Entry(
                            "parameters", Node(.sequence(nodes), at: entry.value.position),
                            keyPosition: entry.keyPosition))
                }
            case _ where SwaggerPathItem.methods.contains(entry.key):
                result.entries.append(
                    Mapping.Entry(
                        entry.key, operation(entry.value, sharedBody: shared.body), keyPosition: entry.keyPosition))
            case "$ref",
                _ where entry.key.hasPrefix("x-"):
                result.entries.append(entry)
            default: break
            }
        }
        return Node(.mapping(result), at: node.position)
    }

    private mutating func operation(_ node: Node, sharedBody: [Node]) -> Node {
        guard node.mapping != nil else { return node }
        var result = Self.kept(
            ["tags", "summary", "description", "externalDocs", "operationId", "deprecated", "security"], of: node)
        let own = parameters(of: node)
        if let nodes = own.outsideBody, !nodes.isEmpty {
            result.entries.append(entry("parameters", .sequence(nodes), from: "parameters", of: node))
        }
        let inBody = own.body + sharedBody.filter { shared in !own.body.contains { isSameParameter($0, shared) } }
        if let body = requestBody(of: inBody, consumes: Self.texts(node["consumes"])) {
            result.entries.append(entry("requestBody", body.value, from: "parameters", of: node, at: body.position))
        }
        if let responses = node.mapping?.entry("responses") {
            let converted = self.responses(responses.value, produces: Self.texts(node["produces"]))
            result.entries.append(Mapping.Entry("responses", converted, keyPosition: responses.keyPosition))
        }
        if let schemes = node.mapping?.entry("schemes") {
            checkSchemes(schemes.value)
            result.entries.append(Mapping.Entry("servers", servers(schemes.value), keyPosition: schemes.keyPosition))
        }
        return Node(.mapping(Operation.fields.ordered(result)), at: node.position)
    }

    private func entry(
        _ key: String, _ value: Node.Content, from old: String, of node: Node, at position: Position? = nil
    ) -> Mapping.Entry {
        let origin = node.mapping?.entry(old)
        return Mapping.Entry(
            key, Node(value, at: position ?? origin?.value.position ?? node.position),
            keyPosition: origin?.keyPosition ?? node.position)
    }

    /// Returns the parameters of an operation or path: those that remain parameters, and those that form the body, with
    /// references resolved.
    private mutating func parameters(of node: Node) -> (outsideBody: [Node]?, body: [Node]) {
        guard let nodes = node["parameters"]?.sequence else { return (nil, []) }
        var outside: [Node] = []
        var body: [Node] = []
        for node in nodes {
            let meant = target(of: node, in: "parameters") ?? node
            if Self.isInBody(meant) {
                // The body itself can be shared, but form fields can't.
                body.append(meant["in"]?.string == "body" ? node : meant)
            } else {
                outside.append(node["$ref"] == nil ? parameter(node) : reference(node))
            }
        }
        return (outside, body)
    }

    private func isSameParameter(_ a: Node, _ b: Node) -> Bool {
        let (a, b) = (target(of: a, in: "parameters") ?? a, target(of: b, in: "parameters") ?? b)
        guard a["in"]?.string == b["in"]?.string else { return false }
        return a["in"]?.string == "body" || a["name"]?.string == b["name"]?.string
    }
}
