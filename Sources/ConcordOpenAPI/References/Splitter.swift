import ConcordYAML

extension Document {
    /// The document as several files: the root, and one for each path item, webhook and component. Bundling them gives
    /// the same document.
    ///
    /// A part stays in the root file if it is a reference, if a reference points into it, or if its meaning depends on
    /// the URI of its file.
    ///
    /// - Parameters:
    ///   - root: The name of the root file. The other files have the same extension.
    ///   - existing: The root file of an earlier edition. A part keeps the file that it has there.
    public func split(root: String, existing: Document? = nil) -> [DocumentPart] {
        Splitter(self, root: root, existing: existing).parts()
    }

    /// The files that path items, webhooks and components refer to, by the pointers of these.
    public var partFiles: [JSONPointer: String] {
        var files: [JSONPointer: String] = [:]
        for (pointer, node) in Splitter.entries(of: self) {
            guard let text = node["$ref"]?.string, !text.contains("#"), !URIReference(text).isRemote else { continue }
            files[pointer] = URIReference.withoutDots(URIReference.percentDecoded(text))
        }
        return files
    }
}

/// One file of a document that is kept in several.
public struct DocumentPart: Sendable {
    /// The path relative to the folder of the root file.
    public var path: String
    /// What the file holds.
    public var node: Node
}

/// Puts path items, webhooks and components into files of their own.
struct Splitter {
    private let document: Document
    private let root: String
    /// The path of the file that each part goes into, by the part's pointer.
    private var files: [JSONPointer: String] = [:]

    init(_ document: Document, root: String, existing: Document?) {
        self.document = document
        self.root = root
        let targets = Self.innerTargets(of: document)
        let parts = Self.entries(of: document).filter { $0.node.canMove && !targets.contains($0.pointer) }
        var names = FileNames(taken: [root])
        let kept = existing?.partFiles ?? [:]
        for part in parts { files[part.pointer] = kept[part.pointer].flatMap { names.keep($0) } }
        let suffix = root.lastIndex(of: ".").map { String(root[$0...]) } ?? ""
        for part in parts where files[part.pointer] == nil {
            files[part.pointer] = names.fresh(for: part.pointer, suffix)
        }
    }

    func parts() -> [DocumentPart] {
        let rewritten = rewriting(in: root).value(document.node, .object(Document.self))
        var main = rewritten
        var parts: [DocumentPart] = []
        for (pointer, node) in Self.entries(of: document) {
            guard let path = files[pointer], let kind = Self.kind(of: pointer, document.version) else { continue }
            parts.append(DocumentPart(path: path, node: rewriting(in: path).value(node, kind)))
            main.replace(pointer.tokens[...], with: .mapping(["$ref": .string(Self.link(to: path, from: root))]))
        }
        return [DocumentPart(path: root, node: main)] + parts
    }

    /// What can have a file: everything below `paths`, `webhooks` and the sections of `components`.
    static func entries(of document: Document) -> [(pointer: JSONPointer, node: Node)] {
        var entries: [(pointer: JSONPointer, node: Node)] = []
        let places =
            ["paths", "webhooks"].map { [$0] }
            + ComponentSections(document.version).all.map { ["components", $0.name] }
        for place in places {
            for entry in document.node[JSONPointer(place)]?.mapping?.entries ?? []
            where place.first == "components" || !entry.key.hasPrefix("x-") {
                entries.append((JSONPointer(place + [entry.key]), entry.value))
            }
        }
        return entries
    }

    private static func kind(of pointer: JSONPointer, _ version: OpenAPIVersion) -> FieldKind? {
        guard pointer.tokens.first == "components" else { return .object(PathItem.self) }
        return ComponentSections(version).all.first { $0.name == pointer.tokens[1] }?.kind
    }

    /// The parts into which references lead, and not to the whole. A bundler would make components of such targets.
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
            guard let (part, rest) = Self.partAndRest(text), let target = files[part] else {
                return file == root ? text : Self.link(to: root, from: file) + text
            }
            // The root lists its parts. Only a link to an operation points into a part.
            if rest.isEmpty { return file == root ? text : Self.link(to: target, from: file) }
            return Self.link(to: target, from: file) + JSONPointer(Array(rest)).fragment
        }
    }

    /// The relative reference from one file to another.
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
    private static let longestStem = 100

    init(taken: [String]) {
        self.taken = Set(taken.map { $0.lowercased() })
    }

    /// A path that another edition uses, unless it leads out of the folder or has been taken.
    mutating func keep(_ path: String) -> String? {
        guard !path.hasPrefix("/"), !path.split(separator: "/").contains(".."),
            taken.insert(path.lowercased()).inserted
        else { return nil }
        return path
    }

    /// `paths/pets_{id}.yaml`, `components/schemas/Pet.yaml`; with a number where the name is taken.
    mutating func fresh(for pointer: JSONPointer, _ suffix: String) -> String {
        let folder = pointer.tokens.dropLast().joined(separator: "/")
        let name = pointer.tokens.last ?? ""
        let slashless = pointer.tokens.count == 2 ? name.drop { $0 == "/" } : name[...]
        let characters = slashless.prefix(Self.longestStem).map {
            $0.isComponentCharacter || "{}".contains($0) ? $0 : "_"
        }
        let isHidden = characters.first.map { $0 == "." } ?? true
        let stem = (isHidden ? "_" : "") + String(characters)
        var path = "\(folder)/\(stem)\(suffix)"
        var number = 2
        while !taken.insert(path.lowercased()).inserted {
            path = "\(folder)/\(stem)-\(number)\(suffix)"
            number += 1
        }
        return path
    }
}

extension Node {
    /// Whether the node means the same in a file of its own.
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

    /// Puts another node at the end of a way through mappings.
    fileprivate mutating func replace(_ path: ArraySlice<String>, with node: Node) {
        guard let key = path.first else {
            self = node
            return
        }
        self[key]?.replace(path.dropFirst(), with: node)
    }
}
