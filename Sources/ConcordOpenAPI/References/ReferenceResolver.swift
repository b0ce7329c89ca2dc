import ConcordDiagnostics
import ConcordYAML

/// Finds what references lead to: JSON Pointers into any place of the document and of the files it is split over,
/// anchors and URIs. Looking up in a section of many entries takes constant time.
public struct ReferenceResolver: Sendable {
    /// Why a reference leads nowhere.
    public enum Failure: Error, Hashable, Sendable {
        /// The file has no such place; the name that is missing, where it was sought, and what stands there instead.
        case noSuchPlace(name: String, inside: JSONPointer, nearest: String?)
        /// No schema has this anchor.
        case noSuchAnchor(String)
        /// The file was not read: it is absent, refused or faulty, as another diagnostic says.
        case unreadFile(String)
    }

    /// A section of a file, such as all schemas among the components.
    private struct Section: Hashable {
        var file: UInt16
        var keys: [String]
    }

    private let document: Document
    private let sections: [Section: [String: Node]]
    /// Smaller mappings are searched key by key.
    private static let smallestSection = 24

    /// A resolver for the document as it is now.
    public init(_ document: Document) {
        self.document = document
        var sections: [Section: [String: Node]] = [:]
        for (file, root) in [(UInt16(0), document.node)] + document.links.files.map({ ($0.index, $0.node) }) {
            Self.collect(root, Section(file: file, keys: []), into: &sections)
        }
        self.sections = sections
    }

    private static func collect(_ node: Node, _ section: Section, into sections: inout [Section: [String: Node]]) {
        guard let mapping = node.mapping else { return }
        if mapping.count >= smallestSection {
            sections[section] = Dictionary(mapping.entries.map { ($0.key, $0.value) }) { first, _ in first }
        }
        guard section.keys.count < 2 else { return }
        for entry in mapping.entries where section.keys.isEmpty || section.keys == ["components"] {
            collect(entry.value, Section(file: section.file, keys: section.keys + [entry.key]), into: &sections)
        }
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
        var rootFile: UInt16? = base == nil ? file : nil
        if !reference.resource.isEmpty {
            resource = reference.resource(relativeTo: resource)
            if let identified = links.identified[resource] {
                (root, rootFile) = (identified, nil)
            } else if resource == document.selfURI || resource == links.ownPath {
                (root, rootFile, resource) = (document.node, 0, links.ownPath)
            } else if let file = links.file(at: URIReference.percentDecoded(resource)) {
                (root, rootFile, resource) = (file.node, file.index, file.path)
            } else {
                return .failure(.unreadFile(resource))
            }
        }
        guard let root else { return .failure(.unreadFile(resource)) }
        guard let fragment = reference.fragment else { return .success(root) }
        guard let pointer = JSONPointer(fragment) else {
            return links.identified[resource + "#" + fragment].map { .success($0) } ?? .failure(.noSuchAnchor(fragment))
        }
        return follow(pointer, from: root, file: rootFile)
    }

    private func root(ofFile index: UInt16) -> Node? {
        index == 0 ? document.node : document.links.files.first { $0.index == index }?.node
    }

    private func follow(_ pointer: JSONPointer, from root: Node, file: UInt16?) -> Result<Node, Failure> {
        var node = root
        var depth = 0
        for length in [2, 1, 0] where pointer.tokens.count > length {
            guard let file, let section = sections[Section(file: file, keys: Array(pointer.tokens[..<length]))],
                let found = section[pointer.tokens[length]]
            else { continue }
            (node, depth) = (found, length + 1)
            break
        }
        for index in depth..<pointer.tokens.count {
            let token = pointer.tokens[index]
            guard let child = node.child(token) else {
                // Of a component in a section that is absent, the component is what is missed.
                if index == 1, pointer.tokens.count == 3, pointer.tokens[0] == "components" {
                    let section = JSONPointer(Array(pointer.tokens[..<2]))
                    return .failure(.noSuchPlace(name: pointer.tokens[2], inside: section, nearest: nil))
                }
                return .failure(
                    .noSuchPlace(
                        name: token, inside: JSONPointer(Array(pointer.tokens[..<index])),
                        nearest: node.mapping?.keys.nearest(to: token)))
            }
            node = child
        }
        return .success(node)
    }
}

extension Document {
    /// The object itself, or what its reference leads to; nil when it leads nowhere. To resolve many, make one
    /// `ReferenceResolver`.
    public func resolve<Object: OpenAPIObject>(_ object: Object) -> Object? {
        object.reference == nil ? object : ReferenceResolver(self).resolve(object)
    }
}
