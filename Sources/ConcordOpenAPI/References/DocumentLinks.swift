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
    public private(set) var files: [File] = []
    private var placesByPath: [String: Int] = [:]
    private var placesByIndex: [UInt16: Int] = [:]
    /// Schemas with `$id`, by their URI, and schemas with `$anchor` or `$dynamicAnchor`, by URI or path and `#name`.
    var identified: [String: Node] = [:]
    /// The base URI of each schema that stands inside one with `$id`.
    var bases: [Position: String] = [:]

    mutating func add(_ file: File) {
        placesByPath[file.path] = files.count
        placesByIndex[file.index] = files.count
        files.append(file)
    }

    /// Puts a tree of `content` in the place of each file's.
    mutating func replaceTrees(_ content: (Node) -> Node) {
        for place in files.indices { files[place].node = content(files[place].node) }
    }

    func file(at path: String) -> File? {
        placesByPath[path].map { files[$0] }
    }

    func file(of index: UInt16) -> File? {
        placesByIndex[index].map { files[$0] }
    }

    func path(ofFile index: UInt16) -> String {
        index == 0 ? ownPath : file(of: index)?.path ?? ownPath
    }
}
