import ConcordYAML

/// The facts that a document states, regardless of their notation: inline or by reference, with `nullable` or an array
/// of types, with parameters of a path or of an operation.
///
/// Error responses, the components that only they use, descriptions, tags, and operation IDs are excluded.
struct DocumentFacts {
    /// A fact about an operation, a parameter, a component, a property, and so on.
    struct Fact {
        /// The value, such as `string`, `Album`, or `optional`.
        var value: String
        /// Further properties, such as `maxLength`.
        var aspects: [String: String] = [:]
        /// The facts of its parts, keyed by the suffix of their names, such as `.title` or ` query page`.
        var parts: [String: Fact] = [:]
    }

    /// The facts of operations (`GET /albums`) and of the components that they use.
    private(set) var facts: [String: Fact] = [:]

    private let document: Node
    /// The names of components that facts refer to and that aren't facts yet.
    private var mentioned: [String] = []

    /// Reads the facts of an OpenAPI 3 document.
    init(of document: Node) {
        self.document = document
        for path in document["paths"]?.mapping?.entries ?? [] {
            for method in ["get", "put", "post", "delete", "patch"] {
                guard let operation = path.value[method] else { continue }
                facts["\(method.uppercased()) \(path.key)"] = fact(operation, in: path.value)
            }
        }
        while let name = mentioned.popLast() {
            guard facts[name] == nil, let schema = document["components"]?["schemas"]?[name] else { continue }
            facts[name] = fact(component: schema)
        }
    }
}

// MARK: - Operations

extension DocumentFacts {
    private mutating func fact(_ operation: Node, in path: Node) -> Fact {
        var fact = Fact(value: "an operation", aspects: ["security": security(of: operation)])
        for reference in (path["parameters"]?.sequence ?? []) + (operation["parameters"]?.sequence ?? []) {
            let parameter = resolved(reference)
            guard let place = parameter["in"]?.string, let name = parameter["name"]?.string else { continue }
            var value = self.fact(of: parameter["schema"] ?? .null)
            if parameter["required"]?.bool == true { value.aspects["required"] = "true" }
            fact.parts[" \(place) \(name)"] = value
        }
        if let body = operation["requestBody"].map(resolved) {
            let isRequired = body["required"]?.bool == true
            fact.parts[" body"] = Fact(value: isRequired ? "required" : "optional", parts: content(of: body))
        }
        for response in operation["responses"]?.mapping?.entries ?? [] where response.key.hasPrefix("2") {
            fact.parts[" \(response.key)"] = Fact(value: "a response", parts: content(of: resolved(response.value)))
        }
        return fact
    }

    private mutating func content(of message: Node) -> [String: Fact] {
        var parts: [String: Fact] = [:]
        for type in message["content"]?.mapping?.entries ?? [] {
            parts[" \(type.key)"] = fact(of: type.value["schema"] ?? .null)
        }
        return parts
    }

    /// Returns the security requirements, with the kinds of schemes and not their names.
    private func security(of operation: Node) -> String {
        let requirements = (operation["security"] ?? document["security"])?.sequence ?? []
        let ways = requirements.map { requirement in
            let schemes = requirement.mapping?.keys ?? []
            return schemes.isEmpty ? "nobody in particular" : schemes.map(scheme).sorted().joined(separator: " and ")
        }
        return ways.isEmpty ? "nobody in particular" : Set(ways).sorted().joined(separator: " or ")
    }

    private func scheme(_ name: String) -> String {
        let scheme = resolved(document["components"]?["securitySchemes"]?[name] ?? .null)
        return ["type", "scheme", "in", "name"].compactMap { scheme[$0]?.string }.joined(separator: " ")
    }

    private func resolved(_ node: Node) -> Node {
        guard let name = node["$ref"]?.string?.split(separator: "/"), name.count == 4 else { return node }
        return document[String(name[1])]?[String(name[2])]?[String(name[3])] ?? node
    }
}

// MARK: - Schemas

extension DocumentFacts {
    private static let comparedKeywords = [
        "format", "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
        "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "enum", "const",
        "default", "readOnly", "writeOnly",
    ]

    /// Returns the fact for a schema in a use. A reference is the name of its component.
    private mutating func fact(of schema: Node) -> Fact {
        var (schema, isNullable) = withoutNull(schema)
        // Keywords beside a reference are stated beside it (3.1) or beside an `allOf` with only the reference (3.0).
        if let only = schema["allOf"]?.sequence, only.count == 1 { schema["$ref"] = only[0]["$ref"] }
        if schema["nullable"]?.bool == true { isNullable = true }
        var fact: Fact
        if let name = schema["$ref"]?.string?.split(separator: "/").last.map(String.init) {
            mentioned.append(name)
            fact = Fact(value: name)
        } else {
            fact = self.fact(component: schema)
        }
        fact.aspects.merge(aspects(of: schema)) { _, stated in stated }
        if isNullable { fact.aspects["nullable"] = "true" }
        return fact
    }

    /// Returns the fact for the schema of a component.
    private mutating func fact(component schema: Node) -> Fact {
        var fact = Fact(value: schema["type"].map(Self.text) ?? "anything", aspects: aspects(of: schema))
        for word in ["oneOf", "anyOf", "allOf"] {
            guard let branches = schema[word]?.sequence else { continue }
            let names = branches.map { self.fact(of: $0).value }.sorted()
            fact.value = "\(word) \(names.joined(separator: ", "))"
        }
        if let discriminator = schema["discriminator"]?["propertyName"] {
            fact.aspects["discriminator"] = Self.text(discriminator)
        }
        for property in schema["properties"]?.mapping?.entries ?? [] {
            fact.parts[".\(property.key)"] = self.fact(of: property.value)
        }
        if let required = schema["required"]?.sequence {
            fact.aspects["required"] = required.map(Self.text).sorted().joined(separator: ", ")
        }
        if let items = schema["items"] { fact.parts["[]"] = self.fact(of: items) }
        if let values = schema["additionalProperties"], values.mapping != nil {
            fact.parts["{}"] = self.fact(of: values)
        }
        return fact
    }

    /// Returns a schema without the notations for a value that may be null.
    private func withoutNull(_ schema: Node) -> (Node, isNullable: Bool) {
        var schema = schema
        var isNullable = false
        if let types = schema["type"]?.sequence {
            let others = types.filter { $0.string != "null" }
            isNullable = others.count < types.count
            schema["type"] = others.count == 1 ? others[0] : .sequence(others)
        }
        for word in ["oneOf", "anyOf"] {
            guard let branches = schema[word]?.sequence else { continue }
            let others = branches.filter { !isNull($0) }
            guard others.count == 1, others.count < branches.count else { continue }
            return (others[0], true)
        }
        if let values = schema["enum"]?.sequence, values.contains(where: \.isNull) {
            schema["enum"] = .sequence(values.filter { !$0.isNull })
        }
        return (schema, isNullable)
    }

    private func isNull(_ schema: Node) -> Bool {
        let schema = resolved(schema)
        return schema["type"]?.string == "null" || schema["enum"]?.sequence?.allSatisfy(\.isNull) == true
    }

    private func aspects(of schema: Node) -> [String: String] {
        var aspects: [String: String] = [:]
        for keyword in Self.comparedKeywords {
            aspects[keyword] = schema[keyword].map(Self.text)
        }
        // OpenAPI 3.0 states an exclusive bound with a flag beside the bound.
        for (flag, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")]
        where aspects[flag] == "true" {
            aspects[flag] = aspects.removeValue(forKey: bound)
        }
        if schema["type"]?.string == "integer", let range = aspects["format"].flatMap(Self.range) {
            aspects["minimum"] = aspects["minimum"] ?? range.minimum
            aspects["maximum"] = aspects["maximum"] ?? range.maximum
        }
        return aspects
    }

    /// Returns the bounds that an integer format implies.
    private static func range(ofFormat format: String) -> (minimum: String, maximum: String)? {
        switch format {
        case "int8": ("\(Int8.min)", "\(Int8.max)")
        case "int16": ("\(Int16.min)", "\(Int16.max)")
        case "int32": ("\(Int32.min)", "\(Int32.max)")
        case "int64": ("\(Int64.min)", "\(Int64.max)")
        default: nil
        }
    }

    private static func text(_ node: Node) -> String {
        switch node.value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let text), .string(let text): text
        case .sequence(let nodes): nodes.map(text).joined(separator: ", ")
        case .mapping: "an object"
        }
    }
}
