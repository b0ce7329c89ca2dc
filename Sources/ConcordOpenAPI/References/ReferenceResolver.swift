import ConcordYAML

/// Resolves references: JSON Pointers into the document and its files, anchors, and URIs. Looking up a key in a large
/// mapping takes constant time.
public struct ReferenceResolver: Sendable {
    /// The reason why a reference can't be resolved.
    public enum Failure: Error, Hashable, Sendable {
        /// The file doesn't contain the value. The associated values are the missing name, the pointer in which it was
        /// looked up, and the node there.
        case noSuchPlace(name: String, inside: JSONPointer, found: Node)
        /// No schema has the anchor.
        case noSuchAnchor(String)
        /// The file wasn't read, as another diagnostic reports.
        case unreadFile(String)
    }

    private let document: Document
    /// Whether a schema has a `$dynamicAnchor`.
    let hasDynamicAnchors: Bool
    /// The values of each large mapping, keyed by its position.
    private let indexes: [Position: [String: Node]]
    /// The minimum size of an indexed mapping. Smaller ones are searched linearly.
    private static let smallestIndexed = 64

    /// Creates a resolver for the current state of a document.
    public init(_ document: Document) {
        self.document = document
        hasDynamicAnchors = document.links.identified.values.contains { $0["$dynamicAnchor"] != nil }
        var indexes: [Position: [String: Node]] = [:]
        Self.index(document.node, into: &indexes)
        for file in document.links.files { Self.index(file.node, into: &indexes) }
        self.indexes = indexes
    }

    private static func index(_ node: Node, into indexes: inout [Position: [String: Node]]) {
        switch node.value {
        case .mapping(let mapping):
            for entry in mapping.entries { index(entry.value, into: &indexes) }
            guard mapping.count >= smallestIndexed, node.position != .none else { return }
            indexes[node.position] = Dictionary(mapping.entries.map { ($0.key, $0.value) }) { first, _ in first }
        case .sequence(let nodes):
            for node in nodes { index(node, into: &indexes) }
        default: break
        }
    }

    /// The files and schemas that references can point to.
    var links: DocumentLinks { document.links }

    /// The URI of the schema resource that a node belongs to, or the path of its file.
    func resource(of node: Node) -> String {
        links.bases[node.position] ?? links.path(ofFile: links.files.isEmpty ? 0 : node.position.file)
    }

    /// Returns the target of a reference in `node`, following a single reference.
    public func target(of reference: String, in node: Node) -> Result<Node, Failure> {
        // In a document of one file, references are relative to it, wherever a node was read.
        let file = document.links.files.isEmpty ? 0 : node.position.file
        return target(of: URIReference(reference), file: file, base: document.links.bases[node.position])
    }

    /// Returns the object itself, or the final target of its reference, or `nil` if that is invalid. Siblings of `$ref`
    /// are ignored.
    public func resolve<Object: OpenAPIObject>(_ object: Object) -> Object? {
        var node = object.node
        var seen: Set<Position> = []
        var steps = 0
        while let reference = node["$ref"]?.string {
            guard seen.insert(node.position).inserted || node.position == .none, steps < 100,
                case .success(let next) = target(of: reference, in: node)
            else { return nil }
            node = next
            steps += 1
        }
        return Object(node)
    }

    /// Returns the object itself if it isn't a reference or if its reference is invalid, or else the final target.
    package func resolved<Object: OpenAPIObject>(_ object: Object) -> Object {
        object.reference == nil ? object : resolve(object) ?? object
    }

    private func target(of reference: URIReference, file: UInt16, base: String?) -> Result<Node, Failure> {
        let links = document.links
        var resource = base ?? links.path(ofFile: file)
        var root = base.flatMap { links.identified[$0] } ?? self.root(ofFile: file)
        if !reference.resource.isEmpty {
            resource = reference.resource(relativeTo: resource)
            if let identified = links.identified[resource] {
                root = identified
            } else if resource == document.selfURI || resource == links.ownPath {
                (root, resource) = (document.node, links.ownPath)
            } else if let file = links.file(at: URIReference.percentDecoded(resource)) {
                (root, resource) = (file.node, file.path)
            } else {
                return .failure(.unreadFile(resource))
            }
        }
        guard let root else { return .failure(.unreadFile(resource)) }
        guard let fragment = reference.fragment else { return .success(root) }
        guard let pointer = JSONPointer(fragment) else {
            let found = links.identified[resource + "#" + fragment] ?? anchor(fragment, of: root, at: resource)
            return found.map { .success($0) } ?? .failure(.noSuchAnchor(fragment))
        }
        let own = follow(pointer, from: root)
        guard case .failure = own, file != 0, base == nil, reference.resource.isEmpty,
            case .success(let target) = follow(pointer, from: document.node)
        else { return own }
        return .success(target)
    }

    /// Returns whether a reference without a file, in another file, refers to the root file.
    func isTakenForRoot(_ reference: String, in node: Node) -> Bool {
        guard node.position.file != 0, reference.utf8.first == UInt8(ascii: "#"), !document.links.files.isEmpty,
            document.links.bases[node.position] == nil, let root = root(ofFile: node.position.file),
            let pointer = URIReference(reference).fragment.flatMap({ JSONPointer($0) })
        else { return false }
        if case .failure = follow(pointer, from: root) { return true }
        return false
    }

    /// Returns whether a reference points to the root file.
    func leadsToRoot(_ reference: String, in node: Node) -> Bool {
        let resource = URIReference(reference).resource
        if resource.isEmpty { return node.position.file == 0 || isTakenForRoot(reference, in: node) }
        let base = document.links.bases[node.position] ?? document.links.path(ofFile: node.position.file)
        let path = URIReference(resource).resource(relativeTo: base)
        return path == document.selfURI || URIReference.percentDecoded(path) == document.links.ownPath
    }

    /// Returns the schema with an anchor in a file that has its own URI.
    private func anchor(_ name: String, of root: Node, at resource: String) -> Node? {
        guard let id = root["$id"]?.string else { return nil }
        let base = URIReference(URIReference(id).resource).resource(relativeTo: resource)
        return document.links.identified[base + "#" + name]
    }

    private func root(ofFile index: UInt16) -> Node? {
        index == 0 ? document.node : document.links.file(of: index)?.node
    }

    private func follow(_ pointer: JSONPointer, from root: Node) -> Result<Node, Failure> {
        var node = root
        for (index, token) in pointer.tokens.enumerated() {
            guard let child = child(of: node, token) ?? child(ofForeign: node, token) else {
                // If the section of a component is absent, the component is reported as missing.
                if index == 1, pointer.tokens.count == 3, pointer.tokens[0] == "components" {
                    let section = JSONPointer(Array(pointer.tokens[..<2]))
                    return .failure(.noSuchPlace(name: pointer.tokens[2], inside: section, found: .null))
                }
                let inside = JSONPointer(Array(pointer.tokens[..<index]))
                return .failure(.noSuchPlace(name: token, inside: inside, found: node))
            }
            node = child
        }
        return .success(node)
    }

    /// Returns a file's value for a key if a node represents that file, as in a bundled document.
    private func child(ofForeign node: Node, _ token: String) -> Node? {
        var node = node
        var steps = 0
        while steps < 100, node.mapping?.count == 1, let text = node["$ref"]?.string,
            text.utf8.first != UInt8(ascii: "#"), case .success(let target) = target(of: text, in: node)
        {
            if let child = child(of: target, token) { return child }
            (node, steps) = (target, steps + 1)
        }
        return nil
    }

    private func child(of node: Node, _ token: String) -> Node? {
        if case .mapping(let mapping) = node.value, mapping.count >= Self.smallestIndexed,
            let index = indexes[node.position]
        {
            return index[token]
        }
        return node.child(token)
    }
}

extension Document {
    /// Returns the object itself, or the target of its reference, or `nil` if that is invalid. To resolve many objects,
    /// create one `ReferenceResolver`.
    public func resolve<Object: OpenAPIObject>(_ object: Object) -> Object? {
        object.reference == nil ? object : ReferenceResolver(self).resolve(object)
    }
}
