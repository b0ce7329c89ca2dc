import ConcordYAML

/// Finds what references lead to: JSON Pointers into any place of the document and of the files it is split over,
/// anchors and URIs. Looking up in a mapping of many entries takes constant time.
public struct ReferenceResolver: Sendable {
    /// Why a reference leads nowhere.
    public enum Failure: Error, Hashable, Sendable {
        /// The file has no such place; the name that is missing, where it was sought, and the node that stands there.
        case noSuchPlace(name: String, inside: JSONPointer, found: Node)
        /// No schema has this anchor.
        case noSuchAnchor(String)
        /// The file was not read: it is absent, refused or faulty, as another diagnostic says.
        case unreadFile(String)
    }

    private let document: Document
    /// Whether a schema has a `$dynamicAnchor`.
    let hasDynamicAnchors: Bool
    /// The values of each large mapping, by the place of the mapping.
    private let indexes: [Position: [String: Node]]
    /// Smaller mappings are searched key by key.
    private static let smallestIndexed = 64

    /// A resolver for the document as it is now.
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

    /// What the document and its files are known by.
    var links: DocumentLinks { document.links }

    /// The URI of the schema resource that a node belongs to, or the path of its file.
    func resource(of node: Node) -> String {
        links.bases[node.position] ?? links.path(ofFile: links.files.isEmpty ? 0 : node.position.file)
    }

    /// The node that a reference leads to which stands in `node`, following it one step.
    public func target(of reference: String, in node: Node) -> Result<Node, Failure> {
        // In a document of one file references are relative to it, wherever a node was read.
        let file = document.links.files.isEmpty ? 0 : node.position.file
        return target(of: URIReference(reference), file: file, base: document.links.bases[node.position])
    }

    /// The object itself, or what its reference leads to, following references as far as they go; nil when they lead
    /// nowhere. Siblings of `$ref` are left behind.
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

    /// Whether a reference means the document's own file, though it stands in another one and names none.
    func isTakenForRoot(_ reference: String, in node: Node) -> Bool {
        guard node.position.file != 0, reference.utf8.first == UInt8(ascii: "#"), !document.links.files.isEmpty,
            document.links.bases[node.position] == nil, let root = root(ofFile: node.position.file),
            let pointer = URIReference(reference).fragment.flatMap({ JSONPointer($0) })
        else { return false }
        if case .failure = follow(pointer, from: root) { return true }
        return false
    }

    /// Whether a reference names the document's own file, wherever in it the target was read.
    func leadsToRoot(_ reference: String, in node: Node) -> Bool {
        let resource = URIReference(reference).resource
        if resource.isEmpty { return node.position.file == 0 || isTakenForRoot(reference, in: node) }
        let base = document.links.bases[node.position] ?? document.links.path(ofFile: node.position.file)
        let path = URIReference(resource).resource(relativeTo: base)
        return path == document.selfURI || URIReference.percentDecoded(path) == document.links.ownPath
    }

    /// The schema of an anchor in a file that has a URI of its own.
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
                // Of a component in a section that is absent, the component is what is missed.
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

    /// What a file holds under a key, if a node stands for that file: a bundled document has it at the same place.
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
    /// The object itself, or what its reference leads to; nil when it leads nowhere. To resolve many, make one
    /// `ReferenceResolver`.
    public func resolve<Object: OpenAPIObject>(_ object: Object) -> Object? {
        object.reference == nil ? object : ReferenceResolver(self).resolve(object)
    }
}
