import ConcordDiagnostics
import ConcordYAML

extension Document {
    /// The document as one that refers to no other file: what stands in other files becomes a component, path items
    /// are put where they are referred to. References that lead nowhere stay as they are.
    public func bundled() -> DocumentReading {
        var bundler = Bundler(self)
        let bundled = bundler.bundle()
        return DocumentReading(document: bundled, diagnostics: bundler.diagnostics)
    }
}

/// Makes one file of a document that is split over several.
struct Bundler {
    private(set) var diagnostics: [Diagnostic] = []

    /// What stands in another file, taken for an object of one type.
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
    private let inclusion: Inclusion
    /// The reference to the component that each target has become.
    private var homes: [Target: String] = [:]
    /// The components that were made, by section.
    private var added: [String: [Mapping.Entry]] = [:]
    private var names: [String: Set<String>] = [:]
    private var pending: [Pending] = []
    /// The path items that are being put in place around what is rewritten, innermost last.
    private var open: [Target] = []
    private var placed: Set<Target> = []
    /// How many times path items were put in place that had been put elsewhere before.
    private var repetitions = 0
    private static let maximumRepetitions = 1_000
    private static let maximumNesting = 50

    /// A component that has a name already, but whose content is still to be rewritten.
    private struct Pending {
        var section: String
        var name: String
        var target: Node
        var type: any OpenAPIObject.Type
    }

    init(_ document: Document) {
        self.document = document
        resolver = ReferenceResolver(document)
        inclusion = Inclusion(resolver: resolver)
    }

    mutating func bundle() -> Document {
        adoptComponents()
        var node = object(document.node, Document.self)
        var next = 0
        while next < pending.count {
            let component = pending[next]
            open = component.type == PathItem.self ? [Target(component.target, PathItem.self)] : []
            let content = value(
                component.target, component.type == Schema.self ? .object(Schema.self) : .reference(component.type))
            added[component.section, default: []].append(Mapping.Entry(component.name, content))
            next += 1
        }
        if !added.isEmpty { node["components"] = withAdded(node["components"] ?? .mapping(Mapping())) }
        if !document.links.files.isEmpty {
            var links = OperationLinks(document, bundled: node, resolver)
            node = links.rewritten(node)
            diagnostics += links.diagnostics
        }
        return document.rewritten(node)
    }

    // MARK: Components

    private static func section(of type: any OpenAPIObject.Type, _ version: OpenAPIVersion) -> String? {
        for field in Components.fields.fields where field.versions.contains(version) {
            guard case .map(let kind) = field.kind else { continue }
            switch kind {
            case .object(let held) where held == type, .reference(let held) where held == type: return field.name
            default: continue
            }
        }
        return nil
    }

    /// A component that is nothing but a reference to another file becomes the home of what stands there.
    private mutating func adoptComponents() {
        for field in Components.fields.fields {
            guard case .map(let kind) = field.kind, let type = kind.objectType,
                let section = document.node["components"]?[field.name]?.mapping
            else { continue }
            names[field.name] = Set(section.keys)
            for entry in section.entries {
                let home = JSONPointer(["components", field.name, entry.key]).fragment
                if entry.value.position.file != 0 { homes[Target(entry.value, type)] = home }
                guard let target = foreignTarget(ofLoneReference: entry.value) else { continue }
                if homes[Target(target, type)] == nil { homes[Target(target, type)] = home }
            }
        }
    }

    private func foreignTarget(ofLoneReference node: Node) -> Node? {
        guard node.mapping?.count == 1, let text = node["$ref"]?.string,
            case .success(let target) = resolver.target(of: text, in: node), target.position.file != 0
        else { return nil }
        return target
    }

    private func withAdded(_ components: Node) -> Node {
        var mapping = components.mapping ?? Mapping()
        for field in Components.fields.fields {
            guard let new = added[field.name] else { continue }
            let existing = mapping[field.name]
            mapping[field.name] = Node(
                .mapping(Mapping((existing?.mapping ?? Mapping()).entries + new)), at: existing?.position ?? .none)
        }
        return Node(.mapping(mapping), at: components.position)
    }

    // MARK: Rewriting

    private mutating func object(_ node: Node, _ type: any OpenAPIObject.Type) -> Node {
        guard var mapping = node.mapping else { return node }
        let table = type.fields
        for index in mapping.entries.indices {
            let entry = mapping.entries[index]
            let field = table[entry.key]
            if field == nil, table.allowsExtensions, entry.key.hasPrefix("x-") { continue }
            guard let kind = field?.kind ?? table.others else { continue }
            mapping.entries[index].value =
                entry.key == "components" && type == Document.self
                ? components(entry.value) : value(entry.value, kind)
        }
        if type == Schema.self, let text = mapping["$ref"]?.string, let new = home(of: text, in: node, Schema.self) {
            mapping["$ref"]?.value = .string(new)
        }
        if type == Discriminator.self { rewriteMapping(of: &mapping, in: node) }
        if type == SecurityRequirement.self { rewriteSchemes(of: &mapping, in: node) }
        if type == Example.self { rebase("externalValue", of: &mapping, in: node) }
        return Node(.mapping(mapping), at: node.position)
    }

    private mutating func value(_ node: Node, _ kind: FieldKind) -> Node {
        let node = inclusion.included(node, expected: kind)
        switch kind {
        case .text, .flag, .count, .number, .any: return node
        case .object(let type) where type == PathItem.self: return pathItem(node)
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

    /// The components, those that were a reference to another file replaced by what stands there.
    private mutating func components(_ node: Node) -> Node {
        guard var sections = node.mapping else { return node }
        for place in sections.entries.indices {
            let name = sections.entries[place].key
            guard case .map(let kind)? = Components.fields[name]?.kind, let type = kind.objectType,
                var section = sections.entries[place].value.mapping
            else { continue }
            for index in section.entries.indices {
                let entry = section.entries[index]
                let home = JSONPointer(["components", name, entry.key]).fragment
                if let target = foreignTarget(ofLoneReference: entry.value), homes[Target(target, type)] == home {
                    section.entries[index].value = value(target, kind)
                } else {
                    section.entries[index].value = value(entry.value, kind)
                }
            }
            sections.entries[place].value.value = .mapping(section)
        }
        return Node(.mapping(sections), at: node.position)
    }

    /// The reference that stands for one to another file: nil when it can stay, or leads nowhere.
    private mutating func home(of text: String, in node: Node, _ type: any OpenAPIObject.Type) -> String? {
        let reference = URIReference(text)
        if document.links.bases[node.position] != nil || (node.position.file == 0 && reference.resource.isEmpty) {
            return nil
        }
        guard case .success(let first) = resolver.target(of: text, in: node) else { return nil }
        if first.position.file == 0 {
            return document.links.identified[reference.resource] == nil ? "#" + (text.fragmentText ?? "") : nil
        }
        let target = last(from: first)
        let key = Target(target, type)
        if let known = homes[key] { return known }
        guard let section = Self.section(of: type, document.version) else {
            report(
                .error, "not-bundled",
                "what this reference leads to can't become a component of OpenAPI "
                    + document.version.rawValue, at: node)
            return nil
        }
        let name = freshName(for: reference, in: section, target)
        let home = JSONPointer(["components", section, name]).fragment
        homes[key] = home
        pending.append(Pending(section: section, name: name, target: target, type: type))
        return home
    }

    /// The end of a chain of references that consist of nothing else.
    private func last(from node: Node) -> Node {
        var node = node
        var seen: Set<Position> = []
        while seen.insert(node.position).inserted, let next = foreignTarget(ofLoneReference: node) { node = next }
        return node
    }

    /// A name for what a reference leads to: the last key of its pointer, or the name of the file.
    private mutating func freshName(for reference: URIReference, in section: String, _ target: Node) -> String {
        let place = reference.fragment.flatMap { JSONPointer($0)?.tokens.last ?? $0 }.flatMap { $0.isEmpty ? nil : $0 }
        let file = document.links.path(ofFile: target.position.file).split(separator: "/").last ?? ""
        let base = (place ?? file.withoutExtension).map { $0.isComponentCharacter ? $0 : "_" }
        let stem = base.isEmpty ? "_" : String(base)
        var name = stem
        var number = 2
        while !names[section, default: []].insert(name).inserted {
            name = "\(stem)\(number)"
            number += 1
        }
        return name
    }

    /// A path item whose reference leads to another file, replaced by what stands there; its own fields win.
    private mutating func pathItem(_ node: Node) -> Node {
        guard let text = node["$ref"]?.string, case .success(let target) = resolver.target(of: text, in: node),
            target.position.file != 0
        else { return object(node, PathItem.self) }
        let key = Target(target, PathItem.self)
        if !placed.insert(key).inserted { repetitions += 1 }
        guard !open.contains(key), open.count < Self.maximumNesting, repetitions < Self.maximumRepetitions else {
            var result = node
            if let home = home(of: text, in: node, PathItem.self) { result["$ref"]?.value = .string(home) }
            return result
        }
        open.append(key)
        defer { open.removeLast() }
        guard var mapping = pathItem(target).mapping else { return node }
        for sibling in (node.mapping ?? Mapping()).entries where sibling.key != "$ref" {
            mapping[sibling.key] = PathItem.fields[sibling.key].map { value(sibling.value, $0.kind) } ?? sibling.value
        }
        return Node(.mapping(mapping), at: node.position)
    }

    private mutating func rewriteMapping(of discriminator: inout Mapping, in node: Node) {
        if let fallback = discriminator["defaultMapping"], let text = fallback.string, Discriminator.isReference(text),
            let new = home(of: text, in: fallback, Schema.self)
        {
            discriminator["defaultMapping"]?.value = .string(new)
        }
        guard var mapping = discriminator["mapping"]?.mapping else { return }
        for index in mapping.entries.indices {
            guard let text = mapping.entries[index].value.string, Discriminator.isReference(text) else { continue }
            if let new = home(of: text, in: node, Schema.self) { mapping.entries[index].value.value = .string(new) }
        }
        discriminator["mapping"]?.value = .mapping(mapping)
    }

    /// A scheme of another file becomes a component, which a requirement calls by its name.
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

extension FieldKind {
    /// The type of the object that stands here, itself or by a reference.
    fileprivate var objectType: (any OpenAPIObject.Type)? {
        switch self {
        case .object(let type), .reference(let type): type
        default: nil
        }
    }
}

extension Substring {
    /// The name of a file without the ending that says that it is YAML or JSON.
    fileprivate var withoutExtension: String {
        let ending = [".yaml", ".yml", ".json"].first { lowercased().hasSuffix($0) && $0.count < count }
        return String(dropLast(ending?.count ?? 0))
    }
}

extension String {
    /// What follows `#`, as written.
    fileprivate var fragmentText: Substring? {
        firstIndex(of: "#").map { self[index(after: $0)...] }
    }
}

extension Character {
    /// Whether a component's name may hold the character (OAS 4.8).
    fileprivate var isComponentCharacter: Bool {
        isASCII && (isLetter || isNumber || self == "." || self == "-" || self == "_")
    }
}
