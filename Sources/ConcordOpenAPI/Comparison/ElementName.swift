import ConcordYAML

extension Document {
    /// Returns a name for the element at a pointer: `'maxLength' of property 'name' of schema 'Pet'`.
    ///
    /// The pointer can refer to a missing element.
    package func elementName(at pointer: JSONPointer) -> String {
        var namer = ElementNamer(node: node, rest: pointer.tokens[...])
        namer.nameAll()
        return namer.names.isEmpty ? "the document" : namer.names.reversed().joined(separator: " of ")
    }
}

/// Names the elements on the path of a pointer, outermost first.
private struct ElementNamer {
    var node: Node?
    var rest: ArraySlice<String>
    var names: [String] = []

    /// The names of entries in the sections of `components`.
    private static let components = [
        "schemas": "schema", "responses": "response", "parameters": "parameter", "examples": "example",
        "requestBodies": "request body", "headers": "header", "securitySchemes": "security scheme", "links": "link",
        "callbacks": "callback", "pathItems": "path item", "mediaTypes": "media type",
    ]
    /// The names of entries in other objects, by the key of the object.
    private static let entries = [
        "properties": "property", "patternProperties": "pattern", "headers": "header", "content": "media type",
        "callbacks": "callback", "links": "link", "examples": "example", "webhooks": "webhook", "$defs": "schema",
        "variables": "variable", "mapping": "value", "encoding": "encoding",
    ]
    /// The names of elements in arrays, by the key of the array, with the key that identifies them.
    private static let elements = [
        "parameters": ("parameter", "name"), "tags": ("tag", "name"), "servers": ("server", "url"),
    ]
    private static let branches: Set<String> = ["allOf", "anyOf", "oneOf", "prefixItems"]

    mutating func nameAll() {
        nameRoot()
        while let key = next() { nameElement(key) }
    }

    /// The next key or index, with its value as the node.
    private mutating func next() -> String? {
        guard let token = rest.popFirst() else { return nil }
        node = node?.child(token)
        return token
    }

    private mutating func nameRoot() {
        switch rest.first {
        case "components":
            guard rest.count > 2 else { return }
            _ = next()
            let section = next().flatMap { Self.components[$0] } ?? "component"
            if let name = next() { names.append("\(section) '\(name)'") }
        case "paths":
            guard rest.count > 1 else { return }
            _ = next()
            guard let path = next() else { return }
            guard let method = rest.first, PathItem.fields[method]?.kind.objectType == Operation.self else {
                return names.append("path '\(path)'")
            }
            _ = next()
            names.append("\(method.uppercased()) \(path)")
        default: break
        }
    }

    private mutating func nameElement(_ key: String) {
        guard let entry = rest.first else { return names.append(Self.plain(key)) }
        if key == "responses" {
            _ = next()
            names.append(entry == "default" ? "the default response" : "response \(entry)")
        } else if let kind = Self.entries[key], node?.mapping != nil || node == nil {
            _ = next()
            names.append("\(kind) '\(entry)'")
        } else if let (kind, nameKey) = Self.elements[key] {
            _ = next()
            let name = node?[nameKey]?.string ?? node?["$ref"]?.string?.split(separator: "/").last.map(String.init)
            names.append("\(kind) '\(name ?? entry)'")
        } else if Self.branches.contains(key), let index = Int(entry) {
            _ = next()
            names.append("branch \(index + 1) of '\(key)'")
        } else if key == "requestBody" {
            names.append("the request body")
        } else if key == "items" {
            names.append("the items")
        } else if key != "schema" {
            names.append(Self.plain(key))
        }
    }

    private static func plain(_ key: String) -> String {
        Int(key).map { "element \($0 + 1)" } ?? "'\(key)'"
    }
}
