extension APITrait {
    /// A group of operations: a Tag Object of the document's `tags`.
    public struct Tag: Sendable {
        /// Creates a tag.
        ///
        /// - Parameters:
        ///   - name: The name that operations state in `.tags(…)`.
        ///   - description: What the operations of the group are for, in CommonMark.
        ///   - summary: A short text to show in place of the name (OpenAPI 3.2).
        ///   - parent: The name of the tag that this one is in (OpenAPI 3.2).
        ///   - kind: What sort of tag it is, for instance `nav` (OpenAPI 3.2).
        ///   - externalDocs: A page with more about the group.
        ///   - openAPI: Further fields of the object, as YAML.
        public init(
            _ name: String? = nil,
            _ description: String? = nil,
            summary: String? = nil,
            parent: String? = nil,
            kind: String? = nil,
            externalDocs: ExternalDocs? = nil,
            openAPI: String? = nil
        ) {}
    }
}

extension API {
    /// A group of operations. The name stands inside of an API alone, because Swift Testing has a `Tag` of its own.
    public typealias Tag = APITrait.Tag
}
