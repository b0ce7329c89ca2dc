import ConcordYAML

/// Inserts schemas, properties, values, parameters, branches of unions, and operations at random places in a document.
///
/// The Swift names of many of them collide with those of their neighbors, or their content is equal except for a
/// constraint.
package struct RandomInsertions {
    private var numbers: SplitMix
    /// The inverse of the frequency of insertions.
    private let rarity: Int
    /// Descriptions of the insertions.
    package private(set) var inserted: [String] = []
    /// The description of inserted nodes without a name that distinguishes them from the existing ones.
    package static let mark = "Inserted."

    package init(seed: UInt64, rarity: Int) {
        numbers = SplitMix(state: seed)
        self.rarity = rarity
    }

    /// Returns the root of a document with insertions.
    package mutating func inserted(into root: Node) -> Node {
        guard var document = root.mapping else { return root }
        for index in document.entries.indices {
            let entry = document.entries[index]
            switch entry.key {
            case "components": document.entries[index].value = components(entry.value)
            case "paths": document.entries[index].value = paths(entry.value)
            default: break
            }
        }
        return Node(.mapping(document), at: root.position)
    }

    // MARK: Places

    private mutating func components(_ node: Node) -> Node {
        changed(node) { section, value, insertions in
            section == "schemas" ? insertions.schemas(value) : section == "examples" ? value : insertions.walk(value)
        }
    }

    private mutating func schemas(_ node: Node) -> Node {
        var node = changed(node) { _, schema, insertions in insertions.schema(schema) }
        guard var mapping = node.mapping, let name = newName(besides: mapping.keys) else { return node }
        insert(name, newSchema(), into: &mapping, "schema")
        node = Node(.mapping(mapping), at: node.position)
        return node
    }

    private mutating func paths(_ node: Node) -> Node {
        var node = changed(node) { path, item, insertions in
            path.hasPrefix("/") ? insertions.pathItem(item, path) : item
        }
        guard happens(), var mapping = node.mapping, let path = mapping.keys.randomElement(using: &numbers),
            path.hasPrefix("/")
        else { return node }
        let name = path.replacing("_", with: "-") + "-"
        if mapping[name] == nil, path.contains("_") {
            insert(name, .mapping(["get": Self.operation]), into: &mapping, "path")
        }
        node = Node(.mapping(mapping), at: node.position)
        return node
    }

    private mutating func pathItem(_ node: Node, _ path: String) -> Node {
        var item = changed(node) { key, value, insertions in
            key == "parameters" ? insertions.parameters(value) : insertions.operation(value)
        }
        guard happens(), var mapping = item.mapping, mapping["$ref"] == nil else { return item }
        let method = ["get", "put", "post", "delete", "patch"].first { mapping[$0] == nil }
        guard let method else { return item }
        insert(method, Self.operation, into: &mapping, "operation of \(path)")
        item = Node(.mapping(mapping), at: item.position)
        return item
    }

    private static let operation: Node = [
        "description": .string(mark), "responses": ["204": ["description": .string(mark)]],
    ]

    private mutating func operation(_ node: Node) -> Node {
        changed(node) { key, value, insertions in
            key == "parameters" ? insertions.parameters(value) : insertions.walk(value)
        }
    }

    private mutating func parameters(_ node: Node) -> Node {
        guard let nodes = node.sequence?.map({ walk($0) }) else { return node }
        let known = Set(nodes.map { "\($0["in"]?.string ?? "") \($0["name"]?.string ?? "")" })
        guard happens(), let other = nodes.compactMap({ $0["name"]?.string }).randomElement(using: &numbers),
            let name = [other, other.uppercased(), "X-" + other].randomElement(using: &numbers),
            let place = ["query", "header", "cookie"].randomElement(using: &numbers),
            !known.contains("\(place) \(name)")
        else { return .sequence(nodes) }
        let new: Node = ["name": .string(name), "in": .string(place), "schema": newSchema()]
        return .sequence(inserting(new, into: nodes, "parameter \(name) in \(place)"))
    }

    /// Finds schemas in a node that isn't a schema.
    private mutating func walk(_ node: Node) -> Node {
        if let nodes = node.sequence { return Node(.sequence(nodes.map { walk($0) }), at: node.position) }
        return changed(node) { key, value, insertions in
            switch key {
            case "schema": insertions.schema(value)
            // Equal kinds of content share a Swift declaration, and an insertion would separate them.
            case "content" where value.mapping?.count != 1: value
            case "example", "examples", "callbacks", "links": value
            default: insertions.walk(value)
            }
        }
    }

    // MARK: Schemas

    private mutating func schema(_ node: Node) -> Node {
        changed(node) { key, value, insertions in
            switch key {
            case "properties": insertions.properties(value)
            case "items", "additionalProperties": insertions.schema(value)
            case "enum" where node["type"]?.string == "string" && !insertions.hasNames(node): insertions.values(value)
            case "oneOf", "anyOf": insertions.branches(value)
            default: value
            }
        }
    }

    private func hasNames(_ node: Node) -> Bool {
        ["x-enum-varnames", "x-enumNames", "x-enum-names", "x-enum-descriptions"].contains { node[$0] != nil }
    }

    private mutating func properties(_ node: Node) -> Node {
        let inner = changed(node) { _, property, insertions in insertions.schema(property) }
        guard var mapping = inner.mapping, !mapping.isEmpty, let name = newName(besides: mapping.keys) else {
            return inner
        }
        insert(name, newSchema(), into: &mapping, "property")
        return Node(.mapping(mapping), at: node.position)
    }

    private mutating func values(_ node: Node) -> Node {
        guard let values = node.sequence, values.count > 1, values.allSatisfy({ $0.string != nil }),
            let name = newName(besides: values.compactMap(\.string))
        else { return node }
        return .sequence(inserting(.string(name), into: values, "value \(name)"))
    }

    /// Inserts a branch that equals another one except for a constraint or an annotation.
    private mutating func branches(_ node: Node) -> Node {
        guard let nodes = node.sequence, nodes.count > 2, !nodes.contains(where: { $0["const"] != nil }) else {
            return node
        }
        let candidates = nodes.compactMap(\.mapping).filter { $0["$ref"] == nil && $0["type"]?.string != nil }
        guard happens(), var new = candidates.randomElement(using: &numbers), new["type"]?.string != "null" else {
            return node
        }
        let keywords = ["object": "maxProperties", "array": "maxItems", "string": "maxLength"]
        let keyword = keywords[new["type"]?.string ?? ""] ?? "maximum"
        new[keyword] = .number(Int.random(in: 1_000...999_999, using: &numbers))
        new["description"] = .string(Self.mark)
        return .sequence(inserting(.mapping(new), into: nodes, "branch \(new)"))
    }

    private mutating func newSchema() -> Node {
        let text: Node = ["type": "string", "description": .string(Self.mark)]
        let schemas: [Node] = [
            text, ["type": "string", "enum": ["one", "two"]], ["type": "object", "properties": ["own": text]],
        ]
        return schemas.randomElement(using: &numbers) ?? text
    }

    // MARK: Randomness

    private mutating func happens() -> Bool { Int.random(in: 0..<rarity, using: &numbers) == 0 }

    /// Returns a random name whose Swift name may collide with another one, or `nil` for no insertion.
    private mutating func newName(besides names: [String]) -> String? {
        guard happens(), let other = names.randomElement(using: &numbers) else { return nil }
        let spellings = [
            other.replacing("_", with: "-"), other.replacing("-", with: "_"), other.lowercased(), other.uppercased(),
            other + "_", other.replacing("_", with: ""), "inserted_before",
        ]
        let free = spellings.filter { !names.contains($0) && !$0.isEmpty }
        return free.randomElement(using: &numbers)
    }

    private mutating func insert(_ key: String, _ node: Node, into mapping: inout Mapping, _ what: String) {
        inserted.append("\(what) \(key)")
        let place = Int.random(in: 0...mapping.entries.count, using: &numbers)
        mapping.entries.insert(.init(key, node), at: place)
    }

    private mutating func inserting(_ node: Node, into nodes: [Node], _ what: String) -> [Node] {
        inserted.append(what)
        var nodes = nodes
        nodes.insert(node, at: Int.random(in: 0...nodes.count, using: &numbers))
        return nodes
    }

    private mutating func changed(_ node: Node, by change: (String, Node, inout RandomInsertions) -> Node) -> Node {
        guard var mapping = node.mapping else { return node }
        for index in mapping.entries.indices {
            mapping.entries[index].value = change(mapping.entries[index].key, mapping.entries[index].value, &self)
        }
        return Node(.mapping(mapping), at: node.position)
    }
}

/// A random number generator with the same numbers in each run (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
