import ConcordYAML

/// The component schemas that are raw bytes (`format: binary`) and that only whole bodies refer to, so that their
/// values are bytes and not strings.
struct WholeBodyComponents {
    /// The references to the schemas.
    private(set) var pointers: Set<String> = []

    init(_ root: Mapping) {
        let schemas = root["components"]?["schemas"]?.mapping?.entries ?? []
        let binary = schemas.filter { $0.value["format"]?.string == "binary" && $0.value["type"]?.string == "string" }
        // Documents without such components don't need to be traversed.
        if binary.isEmpty { return }
        pointers = Set(binary.map { Generator.pointer("schemas", $0.key) })
        removeUsed(in: .mapping(root), asBody: false)
    }

    func contains(_ wireName: String) -> Bool { pointers.contains(Generator.pointer("schemas", wireName)) }

    /// Removes the schemas that a node refers to anywhere other than as the schema of a body.
    private mutating func removeUsed(in node: Node, asBody: Bool) {
        for element in node.sequence ?? [] { removeUsed(in: element, asBody: false) }
        guard let mapping = node.mapping else { return }
        if !asBody, let pointer = mapping["$ref"]?.string { pointers.remove(pointer) }
        for entry in mapping.entries {
            guard entry.key == "content", let media = entry.value.mapping else {
                removeUsed(in: entry.value, asBody: false)
                continue
            }
            for type in media.entries { removeUsed(inMediaType: type) }
        }
    }

    private mutating func removeUsed(inMediaType type: Mapping.Entry) {
        for field in type.value.mapping?.entries ?? [] {
            removeUsed(in: field.value, asBody: field.key == "schema")
        }
    }
}
