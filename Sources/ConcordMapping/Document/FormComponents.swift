import ConcordYAML

/// The component schemas that are the body of a multipart form somewhere, so that their binary values are files.
struct FormComponents {
    /// The references to the schemas.
    private var pointers: Set<String> = []

    init(_ root: Mapping) {
        for body in root["components"]?["requestBodies"]?.mapping?.entries ?? [] { add(body.value) }
        for path in root["paths"]?.mapping?.entries ?? [] {
            for operation in path.value.mapping?.entries ?? [] {
                if let body = operation.value["requestBody"] { add(body) }
            }
        }
    }

    private mutating func add(_ body: Node) {
        for entry in body["content"]?.mapping?.entries ?? [] where entry.key.hasPrefix("multipart/") {
            if let pointer = entry.value["schema"]?["$ref"]?.string { pointers.insert(pointer) }
        }
    }

    func contains(_ wireName: String) -> Bool { pointers.contains(Generator.pointer("schemas", wireName)) }
}
