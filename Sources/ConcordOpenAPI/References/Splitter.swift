import ConcordYAML

/// The contents of the files of a split document.
public enum SplitGrouping: String, CaseIterable, Sendable {
    /// Each path item has a file.
    case path
    /// The path items of a tag share a file.
    case tag
}

extension Document {
    /// Splits the document into several files: the root, and one file for each path item or tag, webhook and component.
    /// Bundling them results in the same document.
    ///
    /// A part stays in the root file if it is a reference, if a reference points inside it, or if its meaning depends
    /// on the URI of its file.
    ///
    /// - Parameters:
    ///   - root: The name of the root file. The other files have the same extension.
    ///   - grouping: Whether each path item or each tag has a file.
    ///   - existing: The root file of an earlier version. Each part keeps its file in that version.
    public func split(
        root: String, by grouping: SplitGrouping = .path, existing: Document? = nil
    ) -> [DocumentPart] {
        Splitter(self, root: root, by: grouping, existing: existing).parts()
    }

    /// The files that path items, webhooks and components refer to.
    public var partFiles: Set<String> { Set(partPlaces.values.map(\.file)) }

    /// The files that path items, webhooks and components refer to, by the pointer of the part.
    fileprivate var partPlaces: [JSONPointer: PartPlace] {
        var places: [JSONPointer: PartPlace] = [:]
        for (pointer, node) in Splitter.entries(of: self) {
            guard let text = node["$ref"]?.string, !URIReference(text).isRemote,
                let place = PartPlace(text, of: pointer)
            else { continue }
            places[pointer] = place
        }
        return places
    }
}

/// The location of a part: its own file, or an entry of a file that several parts share.
private struct PartPlace {
    var file: String
    /// The key of the part in a shared file.
    var key: String?

    init(file: String, key: String? = nil) {
        (self.file, self.key) = (file, key)
    }

    /// Creates the location that a reference points to, or returns `nil` if a split would not write such a reference.
    init?(_ reference: String, of part: JSONPointer) {
        let reference = URIReference(reference)
        guard !reference.resource.isEmpty else { return nil }
        file = URIReference.withoutDots(URIReference.percentDecoded(reference.resource))
        guard let fragment = reference.fragment else { return }
        key = part.tokens.last
        guard JSONPointer(fragment)?.tokens == key.map({ [$0] }) else { return nil }
    }

    /// Returns a pointer inside the part, relative to its file.
    func fragment(_ rest: ArraySlice<String> = []) -> String {
        let tokens = (key.map { [$0] } ?? []) + rest
        return tokens.isEmpty ? "" : JSONPointer(tokens).fragment
    }
}

/// A file of a split document.
public struct DocumentPart: Sendable {
    /// The path relative to the folder of the root file.
    public var path: String
    /// The content of the file.
    public var node: Node
}

/// Moves path items, webhooks and components to their own files.
private struct Splitter {
    private let document: Document
    private let root: String
    /// The location of each part, by its pointer.
    private var places: [JSONPointer: PartPlace] = [:]

    init(_ document: Document, root: String, by grouping: SplitGrouping, existing: Document?) {
        self.document = document
        self.root = root
        let targets = Self.innerTargets(of: document)
        let parts = Self.entries(of: document).filter { $0.node.canMove && !targets.contains($0.pointer) }
        var names = FileNames(taken: [root])
        let kept = existing?.partPlaces ?? [:]
        var groups: [JSONPointer: String] = [:]
        for part in parts {
            let isShared = grouping == .tag && part.pointer.tokens.count == 2
            guard let place = kept[part.pointer], (place.key != nil) == isShared else { continue }
            places[part.pointer] = names.keep(place.file, isShared: isShared).map {
                PartPlace(file: $0, key: place.key)
            }
            // Further parts of the group go to the same file as the first one.
            guard isShared, let group = Self.group(of: part), groups[group] == nil else { continue }
            groups[group] = places[part.pointer]?.file
        }
        let suffix = root.lastIndex(of: ".").map { String(root[$0...]) } ?? ""
        for part in parts where places[part.pointer] == nil {
            guard grouping == .tag, part.pointer.tokens.count == 2, let group = Self.group(of: part) else {
                places[part.pointer] = PartPlace(file: names.fresh(for: part.pointer, suffix))
                continue
            }
            let file = groups[group] ?? names.fresh(for: group, suffix)
            groups[group] = file
            places[part.pointer] = PartPlace(file: file, key: part.pointer.tokens.last)
        }
    }

    /// Returns the folder and name of the file that a path item or webhook shares: the first tag of its operations, or
    /// the first path segment that is not a parameter.
    private static func group(of part: (pointer: JSONPointer, node: Node)) -> JSONPointer? {
        guard let folder = part.pointer.tokens.first, let path = part.pointer.tokens.last else { return nil }
        let tags = (part.node.mapping?.entries ?? []).lazy.compactMap { $0.value["tags"]?.sequence?.first?.string }
        let resource = path.split(separator: "/").first { !$0.hasPrefix("{") }
        return JSONPointer([folder, tags.first ?? resource.map(String.init) ?? "default"])
    }

    func parts() -> [DocumentPart] {
        var parts: [DocumentPart] = []
        var links: [JSONPointer: Node] = [:]
        var shared: [String: (index: Int, entries: [Mapping.Entry])] = [:]
        for (pointer, node) in Self.entries(of: document) {
            guard let place = places[pointer], let kind = Self.kind(of: pointer, document.version) else { continue }
            let part = rewriting(in: place.file).value(node, kind)
            let link = Self.link(to: place.file, from: root) + place.fragment()
            links[pointer] = .mapping(["$ref": .string(link)])
            if let key = place.key {
                let isNew = shared[place.file] == nil
                shared[place.file, default: (parts.count, [])].entries.append(Mapping.Entry(key, part))
                if !isNew { continue }
            }
            parts.append(DocumentPart(path: place.file, node: part))
        }
        for file in shared.values { parts[file.index].node = .mapping(Mapping(file.entries)) }
        return [DocumentPart(path: root, node: main(linkedTo: links))] + parts
    }

    /// Returns the root file, with links in place of the parts.
    private func main(linkedTo links: [JSONPointer: Node]) -> Node {
        var main = rewriting(in: root).value(document.node, .object(Document.self))
        for place in Self.containers(document.version) {
            guard let container = main[JSONPointer(place)], var mapping = container.mapping else { continue }
            for index in mapping.entries.indices {
                guard let link = links[JSONPointer(place + [mapping.entries[index].key])] else { continue }
                mapping.entries[index].value = link
            }
            main.replace(place[...], with: Node(.mapping(mapping), at: container.position))
        }
        return main
    }

    /// Returns the parts that can have a file: everything in `paths`, `webhooks` and the sections of `components`.
    static func entries(of document: Document) -> [(pointer: JSONPointer, node: Node)] {
        var entries: [(pointer: JSONPointer, node: Node)] = []
        for place in containers(document.version) {
            for entry in document.node[JSONPointer(place)]?.mapping?.entries ?? []
            where place.first == "components" || !entry.key.hasPrefix("x-") {
                entries.append((JSONPointer(place + [entry.key]), entry.value))
            }
        }
        return entries
    }

    /// The places of the maps whose entries can have files.
    private static func containers(_ version: OpenAPIVersion) -> [[String]] {
        ["paths", "webhooks"].map { [$0] } + ComponentSections(version).all.map { ["components", $0.name] }
    }

    private static func kind(of pointer: JSONPointer, _ version: OpenAPIVersion) -> FieldKind? {
        guard pointer.tokens.first == "components" else { return .object(PathItem.self) }
        return ComponentSections(version).all.first { $0.name == pointer.tokens[1] }?.kind
    }

    /// Returns the parts that references point into. A bundler would convert such targets to components.
    private static func innerTargets(of document: Document) -> Set<JSONPointer> {
        var targets: Set<JSONPointer> = []
        let rewriting = ReferenceRewriting { text, type in
            if type != Link.self, let (part, rest) = partAndRest(text), !rest.isEmpty { targets.insert(part) }
            return text
        }
        _ = rewriting.value(document.node, .object(Document.self))
        return targets
    }

    /// Returns the pointer of the part that contains the target of a local reference, and the remaining pointer.
    private static func partAndRest(_ text: String) -> (part: JSONPointer, rest: ArraySlice<String>)? {
        guard text.utf8.first == UInt8(ascii: "#"), let fragment = URIReference(text).fragment,
            let tokens = JSONPointer(fragment)?.tokens
        else { return nil }
        let depth = tokens.first == "components" ? 3 : 2
        guard tokens.count >= depth else { return nil }
        return (JSONPointer(Array(tokens.prefix(depth))), tokens.dropFirst(depth))
    }

    private func rewriting(in file: String) -> ReferenceRewriting {
        ReferenceRewriting { text, _ in
            guard text.utf8.first == UInt8(ascii: "#") else { return text }
            guard let (part, rest) = Self.partAndRest(text), let place = places[part] else {
                return file == root ? text : Self.link(to: root, from: file) + text
            }
            // The root lists its parts. Only a link to an operation points into a part.
            if rest.isEmpty, file == root { return text }
            return Self.link(to: place.file, from: file) + place.fragment(rest)
        }
    }

    /// Returns the relative reference from one file to another.
    private static func link(to target: String, from source: String) -> String {
        var folders = source.split(separator: "/").dropLast()
        var parts = target.split(separator: "/")[...]
        while let folder = folders.first, parts.count > 1, parts.first == folder {
            folders.removeFirst()
            parts.removeFirst()
        }
        let path = (folders.map { _ in ".." } + parts.map(String.init)).joined(separator: "/")
        return path.replacing("%", with: "%25").replacing("#", with: "%23").replacing("?", with: "%3F")
            .replacing(" ", with: "%20")
    }
}

/// File paths that are distinct on case-insensitive file systems.
private struct FileNames {
    private var taken: Set<String>
    /// The files that several parts share.
    private var shared: Set<String> = []
    private static let longestStem = 100

    init(taken: [String]) {
        self.taken = Set(taken.map { $0.lowercased() })
    }

    /// Returns a path from another version, unless it is outside the folder or already in use.
    mutating func keep(_ path: String, isShared: Bool) -> String? {
        if isShared, shared.contains(path) { return path }
        guard !path.hasPrefix("/"), !path.split(separator: "/").contains(".."),
            taken.insert(path.lowercased()).inserted
        else { return nil }
        if isShared { shared.insert(path) }
        return path
    }

    /// Returns a new path: `paths/pets_{id}.yaml`, `components/schemas/Pet.yaml`. If it is already in use, a number is
    /// appended.
    mutating func fresh(for pointer: JSONPointer, _ suffix: String) -> String {
        let usual = Self.path(for: pointer)
        var path = usual + suffix
        var number = 2
        while !taken.insert(path.lowercased()).inserted {
            path = "\(usual)-\(number)\(suffix)"
            number += 1
        }
        return path
    }

    private static func path(for pointer: JSONPointer) -> String {
        let folder = pointer.tokens.dropLast().joined(separator: "/")
        let name = pointer.tokens.last ?? ""
        let slashless = pointer.tokens.count == 2 ? name.drop { $0 == "/" } : name[...]
        let characters = slashless.prefix(longestStem).map {
            $0.isComponentCharacter || "{}".contains($0) ? $0 : "_"
        }
        let isHidden = characters.first.map { $0 == "." } ?? true
        return "\(folder)/\(isHidden ? "_" : "")\(String(characters))"
    }
}

extension Node {
    /// Whether the node has the same meaning in its own file.
    fileprivate var canMove: Bool {
        guard let mapping, mapping["$ref"] == nil else { return false }
        return !dependsOnFile
    }

    private var dependsOnFile: Bool {
        switch value {
        case .sequence(let nodes): nodes.contains { $0.dependsOnFile }
        case .mapping(let mapping):
            mapping.entries.contains { Self.keysThatDependOnFile.contains($0.key) || $0.value.dependsOnFile }
        default: false
        }
    }

    private static let keysThatDependOnFile: Set<String> = [
        "$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "externalValue",
    ]

    /// Replaces the node at the end of a path of keys.
    fileprivate mutating func replace(_ path: ArraySlice<String>, with node: Node) {
        guard let key = path.first else {
            self = node
            return
        }
        self[key]?.replace(path.dropFirst(), with: node)
    }
}
