import ConcordYAML

/// The constraints of a schema in a canonical form: two schemas are equal if they differ only in their notation.
///
/// Keys and sets are sorted, and numbers have one notation. Keywords with default values, documentation, and positions
/// are omitted. This also applies to subschemas. References are compared by their text.
struct SchemaMeaning: Hashable {
    private let node: Node

    /// Creates the meaning of a schema.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - keepsDocumentation: Whether schemas with different documentation differ.
    init(_ schema: Node, keepsDocumentation: Bool = false) {
        node = Spelling(keepsDocumentation: keepsDocumentation).schema(schema)
    }

    /// Returns whether two values of a keyword have the same meaning, without normal forms of the schemas in them.
    static func isSame(_ first: Node, _ second: Node, for keyword: String) -> Bool {
        if first.isEquivalent(to: second) { return true }
        let spelling = Spelling(normalizes: false)
        return spelling.keyword(keyword, first) == spelling.keyword(keyword, second)
    }

    /// Returns the JSON values of the first array that are also in the second one.
    static func common(_ first: [Node], _ second: [Node]) -> [Node] {
        let known = Set(second.map(Spelling.data))
        return first.filter { known.contains(Spelling.data($0)) }
    }

    /// Returns the JSON values of the first array that are not in the second one.
    static func difference(_ first: [Node], _ second: [Node]) -> [Node] {
        let known = Set(second.map(Spelling.data))
        return first.filter { !known.contains(Spelling.data($0)) }
    }
}

/// Converts schemas and JSON values to their canonical form.
private struct Spelling {
    let keepsDocumentation: Bool
    let normalizes: Bool
    private let defaults = StatedDefaults(Schema.self)
    /// Keywords whose arrays have no order.
    private static let sets: Set<String> = ["required", "type", "enum", "dependentRequired"]

    init(keepsDocumentation: Bool = false, normalizes: Bool = true) {
        self.keepsDocumentation = keepsDocumentation
        self.normalizes = normalizes
    }

    func schema(_ node: Node) -> Node {
        guard let mapping = node.mapping else { return node.bool == true ? .mapping([:]) : Self.data(node) }
        var result = defaults.dropped(from: mapping)
        if normalizes { result = SchemaNormalForm(resolver: nil).normalized(.mapping(result)).mapping ?? result }
        if let branches = result["allOf"]?.sequence, branches.count == 1, branches[0]["$ref"] != nil, result.count == 1
        {
            result = branches[0].mapping ?? result
        }
        return Self.sorted(
            result.entries.filter { keepsDocumentation || !SchemaVocabulary.forReaders.contains($0.key) }
                .map { Mapping.Entry($0.key, keyword($0.key, $0.value)) })
    }

    func keyword(_ key: String, _ value: Node) -> Node {
        if key == "type", let type = value.string { return .sequence([.string(type)]) }
        return self.value(value, Schema.fields[key]?.kind ?? .any, isSet: Self.sets.contains(key))
    }

    private func value(_ node: Node, _ kind: FieldKind, isSet: Bool) -> Node {
        switch (kind, node.value) {
        case (.object(let type), _) where type == Schema.self: return schema(node)
        case (.list(let element), .sequence(let nodes)):
            let values = nodes.map { value($0, element, isSet: false) }
            return .sequence(isSet ? Self.sortedSet(values) : values)
        case (.map(let element), .mapping(let mapping)):
            return Self.sorted(mapping.entries.map { .init($0.key, value($0.value, element, isSet: isSet)) })
        case (.either(_, .list), .sequence(let nodes)) where isSet:
            return .sequence(Self.sortedSet(nodes.map(Self.data)))
        default: return Self.data(node)
        }
    }

    /// Returns a JSON value with sorted keys.
    static func data(_ node: Node) -> Node {
        switch node.value {
        case .number(let text): Node(.number(node.uniformNumber ?? text))
        case .sequence(let nodes): .sequence(nodes.map(data))
        case .mapping(let mapping): sorted(mapping.entries.map { .init($0.key, data($0.value)) })
        default: Node(node.value)
        }
    }

    private static func sorted(_ entries: [Mapping.Entry]) -> Node {
        .mapping(Mapping(entries.sorted { $0.key < $1.key }))
    }

    private static func sortedSet(_ values: [Node]) -> [Node] {
        values.map { (text: $0.flowYAML, value: $0) }.sorted { $0.text < $1.text }.map(\.value)
    }
}
