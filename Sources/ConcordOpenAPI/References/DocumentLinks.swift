import ConcordYAML

/// What a document's references lead to outside its own tree, and what in it is known by a URI instead of a place.
public struct DocumentLinks: Sendable {
    /// A file that a reference leads to.
    public struct File: Sendable {
        /// Its path relative to the folder of the document, or its URL.
        public var path: String
        /// The index that positions in it carry.
        public var index: UInt16
        /// Its tree.
        public var node: Node
    }

    /// The path of the document's own file relative to its folder: its name.
    var ownPath = ""
    /// Whether the document's own file is Swagger 2.0 and stands here as OpenAPI 3.0.
    var isSwagger = false
    /// The other files, in the order in which references lead to them; the index of the first is 1.
    public internal(set) var files: [File] = []
    /// Schemas with `$id`, by their URI, and schemas with `$anchor` or `$dynamicAnchor`, by URI or path and `#name`.
    var identified: [String: Node] = [:]
    /// The base URI of each schema that stands inside one with `$id`.
    var bases: [Position: String] = [:]

    func file(at path: String) -> File? {
        files.first { $0.path == path }
    }

    func path(ofFile index: UInt16) -> String {
        index == 0 ? ownPath : files.first { $0.index == index }?.path ?? ownPath
    }
}
