import ConcordDiagnostics
import ConcordYAML
import Foundation

/// A part of a document: the selected operations and schemas, with everything that they refer to.
public struct DocumentSelection: Hashable, Sendable {
    /// Selects operations with one of these tags.
    public var tags: Set<String>
    /// Selects operations of these paths.
    public var paths: Set<String>
    /// Selects operations with these IDs.
    public var operations: Set<String>
    /// Selects schemas with these names, even if no operation uses them.
    public var schemas: Set<String>

    /// Creates a selection.
    public init(
        tags: Set<String> = [], paths: Set<String> = [], operations: Set<String> = [], schemas: Set<String> = []
    ) {
        self.tags = tags
        self.paths = paths
        self.operations = operations
        self.schemas = schemas
    }

    /// Whether nothing is selected. In this case, the selection is the whole document.
    public var isEmpty: Bool { tags.isEmpty && paths.isEmpty && operations.isEmpty && schemas.isEmpty }
}

extension Document {
    /// Returns the selected part of the document, with the components that it refers to. Unknown names are reported
    /// with the closest known ones.
    public func selecting(_ selection: DocumentSelection) -> (document: Document, diagnostics: [Diagnostic]) {
        if selection.isEmpty { return (self, []) }
        var cut = SelectionCut(root: node.mapping ?? Mapping(), selection: selection)
        var selected = self
        selected.node = .mapping(cut.make())
        return (selected, cut.diagnostics)
    }
}

/// A selection of a part of a document's tree.
private struct SelectionCut {
    let root: Mapping
    let selection: DocumentSelection
    private(set) var diagnostics: [Diagnostic] = []
    /// The names that a selection can contain.
    private var seen = DocumentSelection()
    private var used = ComponentUses()

    init(root: Mapping, selection: DocumentSelection) {
        self.root = root
        self.selection = selection
    }

    mutating func make() -> Mapping {
        var result = root
        for key in ["paths", "webhooks"] {
            guard let items = root[key]?.mapping else { continue }
            let kept = keptItems(items)
            result[key] = kept.isEmpty && key == "webhooks" ? nil : .mapping(kept)
        }
        seen.schemas = Set(root["components"]?["schemas"]?.mapping?.keys ?? [])
        for name in selection.schemas { used.add("schemas", name) }
        used.collect(from: .mapping(result.without("components")))
        result["components"] = keptComponents()
        result["tags"] = keptTags(result)
        reportUnknown()
        return result
    }

    private mutating func keptItems(_ items: Mapping) -> Mapping {
        var kept: [Mapping.Entry] = []
        for entry in items.entries {
            seen.paths.insert(entry.key)
            guard var item = entry.value.mapping, let operations = operationKeys(item) else { continue }
            let isWhole = selection.paths.contains(entry.key)
            var count = 0
            for key in operations {
                guard let operation = item[key] else { continue }
                note(operation)
                if isWhole || selects(operation) { count += 1 } else { item[key] = nil }
            }
            if count > 0 { kept.append(.init(entry.key, .mapping(item), keyPosition: entry.keyPosition)) }
        }
        return Mapping(kept)
    }

    private func operationKeys(_ item: Mapping) -> [String]? {
        let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]
        let keys = item.keys.filter { methods.contains($0) }
        return keys.isEmpty ? nil : keys
    }

    private mutating func note(_ operation: Node) {
        if let id = operation["operationId"]?.string { seen.operations.insert(id) }
        seen.tags.formUnion(operation["tags"]?.sequence?.compactMap(\.string) ?? [])
    }

    private func selects(_ operation: Node) -> Bool {
        if let id = operation["operationId"]?.string, selection.operations.contains(id) { return true }
        return operation["tags"]?.sequence?.contains { $0.string.map(selection.tags.contains) ?? false } ?? false
    }

    /// Returns the components that kept objects refer to, directly or indirectly.
    private mutating func keptComponents() -> Node? {
        guard let components = root["components"]?.mapping else { return nil }
        while let (section, name) = used.next() {
            if let node = components[section]?.mapping?[name] { used.collect(from: node) }
        }
        var kept: [Mapping.Entry] = []
        for section in components.entries {
            guard let entries = section.value.mapping, !section.key.hasPrefix("x-") else {
                kept.append(section)
                continue
            }
            let inside = entries.entries.filter { used.contains(section.key, $0.key) }
            if !inside.isEmpty { kept.append(.init(section.key, .mapping(Mapping(inside)))) }
        }
        return kept.isEmpty ? nil : .mapping(Mapping(kept))
    }

    /// Returns the tags of kept operations, and their parents.
    private func keptTags(_ result: Mapping) -> Node? {
        guard let tags = root["tags"]?.sequence else { return nil }
        var names: Set<String> = []
        for item in (result["paths"]?.mapping?.entries ?? []) + (result["webhooks"]?.mapping?.entries ?? []) {
            for operation in item.value.mapping?.entries ?? [] {
                names.formUnion(operation.value["tags"]?.sequence?.compactMap(\.string) ?? [])
            }
        }
        var parents: [String: String] = [:]
        for tag in tags {
            if let name = tag["name"]?.string, let parent = tag["parent"]?.string { parents[name] = parent }
        }
        for name in names {
            var above = parents[name]
            while let next = above, names.insert(next).inserted { above = parents[next] }
        }
        let kept = tags.filter { $0["name"]?.string.map(names.contains) ?? false }
        return kept.isEmpty ? nil : .sequence(kept)
    }

    private mutating func reportUnknown() {
        let kinds: [(String, Set<String>, Set<String>)] = [
            ("tag", selection.tags, seen.tags), ("path", selection.paths, seen.paths),
            ("operation", selection.operations, seen.operations), ("schema", selection.schemas, seen.schemas),
        ]
        for (kind, named, known) in kinds {
            for name in named.subtracting(known).sorted() {
                diagnostics.append(
                    Diagnostic(
                        .error, "unknown-selection", "the document has no \(kind) '\(name)'", at: nil,
                        help: known.sorted().nearest(to: name).map { "did you mean '\($0)'?" }))
            }
        }
    }
}

/// The referenced components, and those that have not been visited yet.
private struct ComponentUses {
    private var known: Set<String> = []
    private var open: [(section: String, name: String)] = []

    mutating func add(_ section: String, _ name: String) {
        if known.insert(section + "/" + name).inserted { open.append((section, name)) }
    }

    mutating func next() -> (section: String, name: String)? { open.popLast() }

    func contains(_ section: String, _ name: String) -> Bool { known.contains(section + "/" + name) }

    /// Records all references, discriminators, and security requirements in a node.
    mutating func collect(from node: Node) {
        switch node.value {
        case .sequence(let elements):
            for element in elements { collect(from: element) }
        case .mapping(let mapping):
            for entry in mapping.entries {
                if entry.key == "$ref", let reference = entry.value.string { add(reference) }
                if entry.key == "mapping" { addMapping(entry.value) }
                if entry.key == "security" { addSecurity(entry.value) }
                collect(from: entry.value)
            }
        default: break
        }
    }

    private mutating func add(_ reference: String) {
        let parts = reference.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[0] == "#", parts[1] == "components" else { return }
        let name = parts[3].replacing("~1", with: "/").replacing("~0", with: "~")
        add(String(parts[2]), String(name))
        if let decoded = name.removingPercentEncoding, decoded != name { add(String(parts[2]), decoded) }
    }

    /// Records the schemas of a discriminator, which refers to them by reference or by name.
    private mutating func addMapping(_ node: Node) {
        for entry in node.mapping?.entries ?? [] {
            guard let target = entry.value.string else { continue }
            if target.hasPrefix("#") { add(target) } else { add("schemas", target) }
        }
    }

    private mutating func addSecurity(_ node: Node) {
        for requirement in node.sequence ?? [] {
            for entry in requirement.mapping?.entries ?? [] { add("securitySchemes", entry.key) }
        }
    }
}

extension Mapping {
    fileprivate func without(_ key: String) -> Mapping {
        var result = self
        result[key] = nil
        return result
    }
}
