import ConcordYAML

extension SwaggerConversion {
    /// The media type if neither the operation nor the document specifies one.
    static let usualMediaType = "application/json"
    private static let formMediaTypes = ["application/x-www-form-urlencoded", "multipart/form-data"]

    /// Returns the request body for the body parameter or the form fields, or `nil` if there are none. An operation
    /// without its own media types can refer to a shared body.
    mutating func requestBody(of parameters: [Node], consumes own: [String]?) -> Node? {
        checkBodies(parameters)
        if let body = parameters.first(where: { (target(of: $0, in: "parameters") ?? $0)["in"]?.string == "body" }) {
            guard let shared = target(of: body, in: "parameters") else {
                return requestBody(body, consumes: own ?? consumes)
            }
            return own == nil ? reference(body) : requestBody(shared, consumes: own)
        }
        return parameters.isEmpty ? nil : form(parameters, consumes: own ?? consumes)
    }

    /// Returns the request body for a parameter with `in: body`.
    mutating func requestBody(_ node: Node, consumes: [String]?) -> Node {
        guard node.mapping != nil else { return node }
        var result = Self.kept(["description", "required"], of: node)
        var content = Mapping()
        for mediaType in mediaTypes(consumes) {
            var value = Mapping()
            if let schema = node["schema"] { value["schema"] = self.schema(schema) }
            content[mediaType] = Node(.mapping(value), at: node.position)
        }
        if node["schema"] == nil {
            report(
                .error, "missing-field", "a parameter 'in: body' must have 'schema'", at: node.position,
                help: "add 'schema'")
        }
        result["content"] = Node(.mapping(content), at: node.position)
        return Node(.mapping(RequestBody.fields.ordered(result)), at: node.position)
    }

    func mediaTypes(_ stated: [String]?) -> [String] {
        guard let stated, !stated.isEmpty else { return [Self.usualMediaType] }
        return stated
    }

    // MARK: Forms

    /// Returns the request body for form fields: an object with a property for each.
    private mutating func form(_ fields: [Node], consumes: [String]?) -> Node {
        let position = fields[0].position
        var properties: [Mapping.Entry] = []
        var required: [Node] = []
        var encoding = Mapping()
        for field in fields {
            guard let name = field["name"], let text = name.string else { continue }
            properties.append(Mapping.Entry(text, property(field), keyPosition: name.position))
            if field["required"]?.bool == true { required.append(name) }
            let style = style(of: field, in: "formData")
            if !style.isEmpty { encoding[text] = Node(.mapping(Mapping(style)), at: field.position) }
        }
        var schema: Mapping = ["type": Node(.string("object"), at: position)]
        if !required.isEmpty { schema["required"] = .sequence(required) }
        schema["properties"] = Node(.mapping(Mapping(properties)), at: position)
        var value: Mapping = ["schema": Node(.mapping(schema), at: position)]
        if !encoding.isEmpty { value["encoding"] = .mapping(encoding) }
        var content = Mapping()
        for mediaType in formMediaTypes(consumes, fields) {
            content[mediaType] = Node(.mapping(value), at: position)
        }
        var body: Mapping = ["content": Node(.mapping(content), at: position)]
        if !required.isEmpty { body["required"] = .bool(true) }
        return Node(.mapping(body), at: position)
    }

    private mutating func property(_ field: Node) -> Node {
        checkType(of: field)
        var schema = valueSchema(field)
        if let description = field.mapping?.entry("description") {
            var mapping = schema.mapping ?? Mapping()
            mapping.entries.insert(description, at: 0)
            schema.value = .mapping(mapping)
        }
        for entry in Self.kept([], of: field).entries where entry.key != "x-nullable" {
            schema[entry.key] = entry.value
        }
        if let empty = field.mapping?.entry("allowEmptyValue"), empty.value.bool == true {
            report(
                .warning, "left-out", "OpenAPI 3.0 can't express 'allowEmptyValue' for a form field, which is removed",
                at: empty.keyPosition)
        }
        return schema
    }

    /// Returns the form media types among the specified ones. Files require `multipart/form-data`.
    private func formMediaTypes(_ stated: [String]?, _ fields: [Node]) -> [String] {
        let hasFile = fields.contains { $0["type"]?.string == "file" }
        let known = (stated ?? []).filter { type in Self.formMediaTypes.contains { type.hasPrefix($0) } }
        let usable = hasFile ? known.filter { $0.hasPrefix("multipart/") } : known
        return usable.isEmpty ? [Self.formMediaTypes[hasFile ? 1 : 0]] : usable
    }

    // MARK: Errors in 2.0

    private mutating func checkBodies(_ parameters: [Node]) {
        let meant = parameters.map { target(of: $0, in: "parameters") ?? $0 }
        let bodies = zip(parameters, meant).filter { $1["in"]?.string == "body" }.map(\.0)
        for second in bodies.dropFirst() {
            report(
                .error, "two-bodies", "an operation can have only one parameter 'in: body'", at: second.position,
                help: "merge them into one schema, or remove one")
        }
        if !bodies.isEmpty, let field = meant.first(where: { $0["in"]?.string == "formData" }) {
            report(
                .error, "two-bodies", "an operation can't have both a body and form fields; the form is ignored",
                at: field.position, help: "move the body into the form, or the form fields into the body")
        }
    }
}
