import ConcordDeclarations
import ConcordDiagnostics
import ConcordYAML

extension Generator {
    /// Returns the node with fragments merged into it. Objects are merged key by key at any depth, and all other values
    /// are replaced.
    ///
    /// A new key is inserted before the key that follows it in the fragment if the node has that key, and appended
    /// otherwise.
    mutating func merged(_ node: Node, _ fragments: [Fragment]) -> Node {
        fragments.reduce(node) { result, fragment in
            guard let patch = parse(fragment) else { return result }
            return Self.merge(result, patch)
        }
    }

    private mutating func parse(_ fragment: Fragment) -> Node? {
        let reading = NodeReader().readYAML(Array(fragment.text.utf8))
        for diagnostic in reading.diagnostics {
            let place = diagnostic.position.map { " (line \($0.line), column \($0.column) of the fragment)" } ?? ""
            diagnostics.append(
                Diagnostic(
                    diagnostic.severity, "fragment", "this fragment is not valid YAML: \(diagnostic.message)\(place)",
                    at: fragment.mark.position, help: diagnostic.help))
        }
        return reading.node
    }

    static func merge(_ node: Node, _ patch: Node) -> Node {
        guard let base = node.mapping, let changes = patch.mapping else { return patch }
        let known = Set(base.keys)
        var result = base
        // In reverse order, so that the existing key that follows a new key is known.
        var next: String?
        var atEnd: [Mapping.Entry] = []
        for change in changes.entries.reversed() {
            if known.contains(change.key), let index = result.index(of: change.key) {
                result.entries[index].value = merge(result.entries[index].value, change.value)
                next = change.key
            } else if let index = next.flatMap(result.index) {
                result.entries.insert(change, at: index)
                next = change.key
            } else {
                atEnd.append(change)
            }
        }
        result.entries += atEnd.reversed()
        return .mapping(result)
    }
}

/// The keys of an object that the mapping has not yet taken.
struct Unconsumed {
    /// The object's entries, which share storage with the document for as long as possible.
    private var all: Mapping
    /// A bit for each of the first 64 entries, which is set once the entry is taken. Later entries are removed instead.
    private var taken: UInt64 = 0

    init(_ mapping: Mapping) {
        all = mapping
    }

    var isEmpty: Bool { all.count == taken.nonzeroBitCount }

    /// The entries that remain.
    var mapping: Mapping {
        if taken == 0 { return all }
        return Mapping(all.indices.filter { !isTaken($0) }.map { all[$0] })
    }

    /// The keys that remain.
    var keys: [String] { all.indices.lazy.filter { !isTaken($0) }.map { all[$0].key } }

    func node(_ key: String) -> Node? { place(of: key).map { all[$0].value } }

    @discardableResult
    mutating func take(_ key: String) -> Node? {
        guard let place = place(of: key) else { return nil }
        let node = all[place].value
        if place < UInt64.bitWidth { taken |= 1 << place } else { all.entries.remove(at: place) }
        return node
    }

    private func isTaken(_ place: Int) -> Bool { place < UInt64.bitWidth && taken & 1 << place != 0 }

    private func place(of key: String) -> Int? { all.index(of: key).flatMap { isTaken($0) ? nil : $0 } }

    mutating func takeText(_ key: String) -> String? {
        guard let text = node(key)?.string else { return nil }
        take(key)
        return text
    }

    /// Takes a key if its value is an object, and returns the object.
    mutating func takeMapping(_ key: String) -> Mapping? {
        guard let value = mapping[key]?.mapping else { return nil }
        take(key)
        return value
    }

    mutating func takeFlag(_ key: String) -> Bool? {
        guard let flag = node(key)?.bool else { return nil }
        take(key)
        return flag
    }

    /// Takes a key if its value equals a node, and returns whether it did.
    @discardableResult
    mutating func take(_ key: String, equalTo node: Node) -> Bool {
        guard self.node(key) == node else { return false }
        take(key)
        return true
    }

    /// Sets the value of a key in its original position, or appends it if the key has been taken.
    mutating func restore(_ key: String, _ node: Node) {
        if place(of: key) == nil {
            all = mapping
            taken = 0
        }
        all[key] = node
    }

    /// A fragment with the entries that remain, or `nil` if none do.
    var fragment: Fragment? { isEmpty ? nil : Fragment(.mapping(mapping)) }

    var fragments: [Fragment] { fragment.map { [$0] } ?? [] }
}

extension Fragment {
    /// Creates the fragment that states a node, as YAML in the style that a person would write.
    init(_ node: Node) {
        let text = node.mapping?.isEmpty == false || node.sequence?.isEmpty == false ? node.yaml : node.flowYAML
        guard text.hasSuffix("\n") else {
            self.init(text)
            return
        }
        let trimmed = String(text.dropLast())
        // A block scalar at the end needs its line feed.
        let isWhole = !text.utf8.contains(UInt8(ascii: "|")) || (try? Node(yaml: trimmed)) == node
        self.init(isWhole ? trimmed : text)
    }
}
