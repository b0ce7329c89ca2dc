import ConcordYAML

/// The files that a document refers to, and the schemas with a URI.
public struct DocumentLinks: Sendable {
    /// A file that the document refers to.
    public struct File: Sendable {
        /// The path relative to the folder of the document, or the URL.
        public var path: String
        /// The file index of its positions.
        public var index: UInt16
        /// The tree.
        public var node: Node
    }

    /// The name of the document's root file.
    var ownPath = ""
    /// Whether the root file is Swagger 2.0, converted to OpenAPI 3.0.
    var isSwagger = false
    /// Whether a reference in the root file names that file: `openapi.yaml#/components/schemas/Pet`.
    var namesItself = false
    /// Whether the document is one file that no reference names, so bundling does not change it.
    var isBundled: Bool { files.isEmpty && !namesItself }
    /// The other files, in the order in which they were read. The index of the first is 1.
    public private(set) var files: [File] = []
    private var placesByPath: [String: Int] = [:]
    private var placesByIndex: [UInt16: Int] = [:]
    /// The schemas with `$id`, keyed by URI, and the schemas with `$anchor` or `$dynamicAnchor`, keyed by URI or path
    /// and `#name`.
    var identified: [String: Node] = [:]
    /// The base URI of each schema inside one with `$id`.
    var bases: [Position: String] = [:]

    mutating func add(_ file: File) {
        placesByPath[file.path] = files.count
        placesByIndex[file.index] = files.count
        files.append(file)
    }

    /// Replaces the tree of each file.
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

extension Document {
    /// Whether the document was read from Swagger 2.0.
    public var isConvertedSwagger: Bool { links.isSwagger }
}
