import ConcordYAML

/// The request bodies and responses of a document that a server without XML support can't read or write.
public struct XMLContent: Sendable {
    /// One sentence for each request body that can be XML, and for each response that can only be XML.
    public private(set) var notes: [String] = []

    /// Reads a document in JSON, or returns `nil` if it isn't an OpenAPI document.
    public init?(json: [UInt8]) {
        guard let node = NodeReader().readJSON(json).node else { return nil }
        let document = Document(node)
        let resolver = ReferenceResolver(document)
        for path in document.paths?.items ?? ObjectMap() {
            for entry in resolver.resolve(path.value)?.operations ?? [] {
                add("\(entry.method) \(path.name)", entry.operation, resolver)
            }
        }
    }

    private mutating func add(_ name: String, _ operation: Operation, _ resolver: ReferenceResolver) {
        let body = operation.requestBody.flatMap { resolver.resolve($0) }
        let isXML = { Self.isXML($0, resolver) }
        if let type = body?.content.first(where: isXML)?.name {
            notes.append("\(name) declares a body of type \(type), which the server refuses with status 415.")
        }
        for response in operation.responses?.statuses ?? ObjectMap() {
            let content = resolver.resolve(response.value)?.content ?? ObjectMap()
            guard let type = content.first?.name, content.allSatisfy(isXML) else { continue }
            notes.append(
                "\(name) declares \(type) alone for the status \(response.name), which the server can't write.")
        }
    }

    /// Returns whether the content is XML. Bytes are sent and received unchanged.
    private static func isXML(_ content: ObjectMap<MediaType>.Element, _ resolver: ReferenceResolver) -> Bool {
        let essence = content.name.prefix { $0 != ";" && $0 != " " }.lowercased()
        guard essence.hasSuffix("/xml") || essence.hasSuffix("+xml") else { return false }
        return content.value.schema.flatMap { resolver.resolve($0) }?.format != "binary"
    }
}
