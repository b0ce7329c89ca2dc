import ConcordDiagnostics
import ConcordYAML

extension Document {
    /// Returns the document without references to other files. Objects in other files become components, and path items
    /// are inlined. Invalid references are kept.
    public func bundled() -> DocumentReading {
        guard !links.isBundled else { return DocumentReading(document: self, diagnostics: []) }
        var bundler = Bundler(self)
        let bundled = bundler.bundle()
        return DocumentReading(document: bundled, diagnostics: bundler.diagnostics)
    }
}

/// Bundles a document of several files into one.
struct Bundler {
    private(set) var diagnostics: [Diagnostic] = []

    /// An object in another file, with its type.
    private struct Target: Hashable {
        var position: Position
        var type: ObjectIdentifier

        init(_ node: Node, _ type: any OpenAPIObject.Type) {
            position = node.position
            self.type = ObjectIdentifier(type)
        }
    }

    private let document: Document
    private let resolver: ReferenceResolver
    /// The reference to the component of each target.
    private var homes: [Target: String] = [:]
    /// The added components, by section.
    private var added: [String: [Mapping.Entry]] = [:]
    private var names: [String: Set<String>] = [:]
    private var pending: [Pending] = []
    /// The path items that are being inlined, innermost last.
    private var open: [Target] = []
    private var placed: Set<Target> = []
    /// The number of path items that were inlined more than once.
    private var repetitions = 0
    private static let maximumRepetitions = 1_000
    private static let maximumNesting = 50
    /// The maximum number of consecutive references.
    private static let maximumSteps = 100
    private let sections: ComponentSections

    /// A component that has a name, but whose content has not been rewritten yet.
    private struct Pending {
        var section: ComponentSections.Section
        var name: String
        var target: Node
    }

    init(_ document: Document) {
        self.document = document
        resolver = ReferenceResolver(document)
        sections = ComponentSections(document.version)
    }

    mutating func bundle() -> Document {
        adoptComponents()
        var node = object(document.node, sections.root)
        var next = 0
        while next < pending.count {
            let component = pending[next]
            let isPathItem = component.section.type.isPathItem
            open = isPathItem ? [Target(component.target, component.section.type)] : []
            let content = value(component.target, component.section.kind)
            added[component.section.name, default: []].append(Mapping.Entry(component.name, content))
            next += 1
        }
        if !added.isEmpty { node = withAdded(node, at: sections.path[...]) }
        if document.version != .v2_0 {
            var links = OperationLinks(document, bundled: node, resolver)
            node = links.rewritten(node)
            diagnostics += links.diagnostics
        }
        return document.version == .v2_0 ? Document(node, files: document.files) : document.rewritten(node)
    }

    // MARK: Components

    /// Registers components in other files, and components that only refer to one, as the components of their targets.
    ///
    /// If several components refer to one target, the nearest is its component, and the others refer to that one.
    private mutating func adoptComponents() {
        let components = document.node[JSONPointer(sections.path)]
        var distances: [Target: Int] = [:]
        for section in sections.all {
            guard let entries = components?[section.name]?.mapping?.entries else { continue }
            names[section.name] = Set(entries.map(\.key))
            for entry in entries {
                for (distance, node) in chain(from: entry.value).enumerated() where node.position.file != 0 {
                    let key = Target(node, section.type)
                    guard distance < distances[key] ?? .max else { continue }
                    distances[key] = distance
                    homes[key] = sections.home(entry.key, in: section.name)
                }
            }
        }
    }

    /// Returns a component and its targets in other files, as long as they are only references.
    private func chain(from node: Node) -> [Node] {
        var chain = [node]
        while chain.count <= Self.maximumSteps, let last = chain.last, last.mapping?.count == 1,
            let text = last["$ref"]?.string, case .success(let target) = resolver.target(of: text, in: last),
            target.position.file != 0
        {
            chain.append(target)
        }
        return chain
    }

    /// Returns the final target of a reference, or the first component before it if only references are in between,
    /// with the last of these references.
    private func end(
        of text: String, in node: Node, _ type: any OpenAPIObject.Type
    ) -> (target: Node, text: String, holder: Node)? {
        guard case .success(var target) = resolver.target(of: text, in: node) else { return nil }
        var (text, holder) = (text, node)
        var steps = 0
        while target.position.file != 0, homes[Target(target, type)] == nil, target.mapping?.count == 1,
            let next = target["$ref"]?.string, steps < Self.maximumSteps,
            case .success(let following) = resolver.target(of: next, in: target)
        {
            (target, text, holder) = (following, next, target)
            steps += 1
        }
        return (target, text, holder)
    }

    private func withAdded(_ node: Node, at path: ArraySlice<String>) -> Node {
        var result = node
        guard path.isEmpty else {
            result[path[path.startIndex]] = withAdded(
                node[path[path.startIndex]] ?? .mapping(Mapping()), at: path.dropFirst())
            return result
        }
        for section in sections.all {
            guard let new = added[section.name] else { continue }
            let existing = node[section.name]
            result[section.name] = Node(
                .mapping(Mapping((existing?.mapping ?? Mapping()).entries + new)), at: existing?.position ?? .none)
        }
        return result
    }

    // MARK: Rewriting

    private mutating func object(_ node: Node, _ type: any OpenAPIObject.Type, at path: [String]? = nil) -> Node {
        guard var mapping = node.mapping else { return node }
        let path = type == sections.root ? [] : path
        let table = type.fields
        for index in mapping.entries.indices {
            let entry = mapping.entries[index]
            let field = table[entry.key]
            if field == nil, table.allowsExtensions, entry.key.hasPrefix("x-") { continue }
            guard let kind = field?.kind ?? table.others else { continue }
            if path == sections.path, let section = sections.all.first(where: { $0.name == entry.key }) {
                mapping.entries[index].value = components(entry.value, of: section)
            } else if path == [], [entry.key] == sections.path, case .object(let inner) = kind {
                mapping.entries[index].value = object(entry.value, inner, at: sections.path)
            } else {
                mapping.entries[index].value = value(entry.value, kind)
            }
        }
        if table["$ref"] != nil, let text = mapping["$ref"]?.string, let new = home(of: text, in: node, type) {
            mapping["$ref"]?.value = .string(new)
        }
        // The references inside now point to components and are no longer relative to the schema's own URI.
        if type == Schema.self, node.position.file != 0 { mapping["$id"] = nil }
        if type == Discriminator.self {
            mapping = Discriminator.replacingReferences(in: mapping) { home(of: $0, in: node, Schema.self) }
        }
        if type == SecurityRequirement.self { rewriteSchemes(of: &mapping, in: node) }
        if type == Example.self { rebase("externalValue", of: &mapping, in: node) }
        return Node(.mapping(mapping), at: node.position)
    }

    private mutating func value(_ node: Node, _ kind: FieldKind) -> Node {
        switch kind {
        case .text, .flag, .count, .number, .any: return node
        case .object(let type) where type.isPathItem: return pathItem(node, type)
        case .object(let type): return object(node, type)
        case .reference(let type):
            guard let text = node["$ref"]?.string else { return object(node, type) }
            guard let new = home(of: text, in: node, type) else { return node }
            var result = node
            result["$ref"]?.value = .string(new)
            return result
        case .list, .map, .either: return kind.rebuilt(node) { value($0, $1) }
        }
    }

    /// Returns the components of a section, with references to other files replaced with their targets.
    private mutating func components(_ node: Node, of section: ComponentSections.Section) -> Node {
        guard var mapping = node.mapping else { return node }
        for index in mapping.entries.indices {
            let entry = mapping.entries[index]
            let home = sections.home(entry.key, in: section.name)
            let own = chain(from: entry.value).dropFirst(entry.value.position.file == 0 ? 1 : 0)
                .prefix { homes[Target($0, section.type)] == home }
            mapping.entries[index].value = value(own.last ?? entry.value, section.kind)
        }
        return Node(.mapping(mapping), at: node.position)
    }

    /// Returns the reference that replaces one to another file, or `nil` if it can stay or is invalid.
    private mutating func home(of text: String, in node: Node, _ type: any OpenAPIObject.Type) -> String? {
        if node.position.file == 0 {
            let isLocal = text.utf8.first == UInt8(ascii: "#")
            if isLocal || document.links.bases[node.position] != nil { return nil }
        }
        guard let (target, text, holder) = end(of: text, in: node, type) else { return nil }
        let reference = URIReference(text)
        let key = Target(target, type)
        if let known = homes[key] { return known }
        if target.position.file == 0 || resolver.leadsToRoot(text, in: holder) {
            return document.links.identified[reference.resource] == nil ? "#" + (text.fragmentText ?? "") : nil
        }
        guard let section = sections.section(of: type) else {
            report(
                .error, "not-bundled",
                "the target of this reference can't become a component of OpenAPI "
                    + document.version.rawValue, at: node)
            return nil
        }
        let name = freshName(for: reference, in: section.name, target)
        let home = sections.home(name, in: section.name)
        homes[key] = home
        pending.append(Pending(section: section, name: name, target: target))
        return home
    }

    /// Returns a name for the target of a reference: the last key of its pointer, or the name of the file.
    private mutating func freshName(for reference: URIReference, in section: String, _ target: Node) -> String {
        let place = reference.fragment.flatMap { JSONPointer($0)?.tokens.last ?? $0 }.flatMap { $0.isEmpty ? nil : $0 }
        let base = (place ?? name(ofFile: target.position.file)).map { $0.isComponentCharacter ? $0 : "_" }
        let stem = base.isEmpty ? "_" : String(base)
        var name = stem
        var number = 2
        while !names[section, default: []].insert(name).inserted {
            name = "\(stem)\(number)"
            number += 1
        }
        return name
    }

    /// Returns the name of a file without its extension, or the name of the folder for an index file.
    private func name(ofFile index: UInt16) -> String {
        let parts = document.links.path(ofFile: index).split(separator: "/")
        let file = parts.last ?? ""
        let stem = file.lastIndex(of: ".").map { $0 == file.startIndex ? file.dropFirst() : file[..<$0] } ?? file
        return String(["index", "_index"].contains(stem) ? parts.dropLast().last ?? stem : stem)
    }

    /// Returns a path item with the target of its reference to another file. Its own fields take precedence.
    private mutating func pathItem(_ node: Node, _ type: any OpenAPIObject.Type) -> Node {
        guard let text = node["$ref"]?.string, case .success(let target) = resolver.target(of: text, in: node),
            target.position.file != 0
        else { return object(node, type) }
        let key = Target(target, type)
        if !placed.insert(key).inserted { repetitions += 1 }
        guard !open.contains(key), open.count < Self.maximumNesting, repetitions < Self.maximumRepetitions else {
            var result = node
            if let home = home(of: text, in: node, type) { result["$ref"]?.value = .string(home) }
            return result
        }
        open.append(key)
        defer { open.removeLast() }
        guard var mapping = pathItem(target, type).mapping else { return node }
        for sibling in (node.mapping ?? Mapping()).entries where sibling.key != "$ref" {
            mapping[sibling.key] = type.fields[sibling.key].map { value(sibling.value, $0.kind) } ?? sibling.value
        }
        return Node(.mapping(mapping), at: node.position)
    }

    /// Replaces schemes in other files with the names of components.
    private mutating func rewriteSchemes(of requirement: inout Mapping, in node: Node) {
        for index in requirement.entries.indices {
            let key = requirement.entries[index].key
            guard SecurityRequirement.isReference(key), let new = home(of: key, in: node, SecurityScheme.self),
                let name = JSONPointer(URIReference(new).fragment ?? "")?.tokens.last
            else { continue }
            requirement.entries[index].key = name
        }
    }

    private func rebase(_ key: String, of mapping: inout Mapping, in node: Node) {
        guard node.position.file != 0, let text = mapping[key]?.string else { return }
        let path = document.links.path(ofFile: node.position.file)
        mapping[key]?.value = .string(URIReference(text).resource(relativeTo: path))
    }

    private mutating func report(_ severity: Diagnostic.Severity, _ code: String, _ message: String, at node: Node) {
        diagnostics.append(Diagnostic(severity, code, message, at: document.files.sourcePosition(of: node)))
    }
}

extension String {
    /// The fragment after `#`, as written.
    fileprivate var fragmentText: Substring? {
        firstIndex(of: "#").map { self[index(after: $0)...] }
    }
}

extension Character {
    /// Whether the name of a component can contain the character (OAS 4.8).
    var isComponentCharacter: Bool {
        isASCII && (isLetter || isNumber || self == "." || self == "-" || self == "_")
    }
}
