extension APITrait {
    /// A tag that groups operations: a Tag Object in the document's `tags`.
    public struct Tag: Sendable {
        /// Creates a tag.
        ///
        /// - Parameters:
        ///   - name: The name that operations use in `.tags(…)`.
        ///   - description: The description of the group, in CommonMark.
        ///   - summary: A short string to display instead of the name (OpenAPI 3.2).
        ///   - parent: The name of the parent tag (OpenAPI 3.2).
        ///   - kind: The kind of tag, for example `nav` (OpenAPI 3.2).
        ///   - externalDocs: A page with further documentation.
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
    /// A tag that groups operations. The name is declared inside an API because Swift Testing also has a type `Tag`.
    public typealias Tag = APITrait.Tag
}
