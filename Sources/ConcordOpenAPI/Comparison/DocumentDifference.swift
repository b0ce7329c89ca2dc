import ConcordYAML

/// The differences in meaning between two documents. It is empty if both documents mean the same.
///
/// Two documents mean the same if they have the same keys and values at every node. The order of keys matters only if
/// the author chose the names (paths, components, properties, responses, …). Numbers are compared by value. `required`
/// and arrays of types are unordered. A keyword with its default value can be absent.
public struct DocumentDifference: Sendable {
    /// The differences, in the order of the first document.
    public private(set) var findings: [Finding]

    /// A difference between two documents.
    public struct Finding: Hashable, Sendable {
        /// The kind of difference.
        public var kind: Kind
        /// The location, in the document that contains it.
        public var pointer: JSONPointer
        /// The node in the first document.
        public var old: Node?
        /// The node in the second document.
        public var new: Node?
        /// The position of the node, or of its parent, in the second document.
        public var position: Position
    }

    /// A kind of difference.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Only the first document contains the node.
        case lost
        /// Only the second document contains the node.
        case added
        /// Both documents contain the node, with different values.
        case changed
        /// Both documents contain the same names in a different order.
        case reordered
    }

    /// Compares two documents.
    public init(from old: Document, to new: Document) {
        var comparison = Comparison()
        comparison.object(old.node, new.node, as: Document.self)
        findings = comparison.findings
    }

    /// Whether both documents mean the same.
    public var isEmpty: Bool { findings.isEmpty }

    /// Returns the number of nodes that were lost, added or changed, including nested nodes.
    public func nodeCount(_ kind: Kind) -> Int {
        findings.lazy.filter { $0.kind == kind }.reduce(0) { $0 + $1.nodeCount }
    }
}

extension DocumentDifference.Finding: CustomStringConvertible {
    /// The number of nodes that differ.
    public var nodeCount: Int {
        kind == .reordered ? 1 : (old ?? new)?.nodeCount ?? 1
    }

    /// `changed /info/title: "Pets" is "Cats"`, on one line.
    public var description: String {
        let place = "\(kind.rawValue) \(pointer.tokens.isEmpty ? "the whole" : pointer.description)"
        switch kind {
        case .lost: return place + ": " + oldExcerpt
        case .added: return place + ": " + newExcerpt
        case .changed: return place + ": \(oldExcerpt) is \(newExcerpt)"
        case .reordered: return place + ": \(Self.names(old)) is \(Self.names(new))"
        }
    }

    /// The node in the first document on one line, truncated if it is long.
    public var oldExcerpt: String { Self.excerpt(old) }

    /// The node in the second document on one line, truncated if it is long.
    public var newExcerpt: String { Self.excerpt(new) }

    private static func excerpt(_ node: Node?) -> String {
        shortened(node?.flowYAML ?? "nothing")
    }

    private static func names(_ node: Node?) -> String {
        shortened((node?.mapping?.keys ?? []).joined(separator: ", "))
    }

    private static func shortened(_ text: String) -> String {
        text.count > 120 ? text.prefix(120) + "…" : text
    }
}

extension Node {
    /// The number of nodes in the tree, including this one.
    public var nodeCount: Int {
        switch value {
        case .sequence(let nodes): nodes.reduce(1) { $0 + $1.nodeCount }
        case .mapping(let mapping): mapping.entries.reduce(1) { $0 + $1.value.nodeCount }
        default: 1
        }
    }
}

/// A simultaneous walk over two trees, with the field tables of their objects.
private struct Comparison {
    var findings: [DocumentDifference.Finding] = []
    private var path: [String] = []

    mutating func object(_ old: Node, _ new: Node, as type: any OpenAPIObject.Type) {
        guard let oldMapping = old.mapping, let newMapping = new.mapping else { return data(old, new) }
        let defaults = StatedDefaults(type)
        let before = defaults.dropped(from: oldMapping)
        let after = defaults.dropped(from: newMapping)
        let table = type.fields
        entries(before, after, of: new, isOrdered: table.others != nil) { comparison, key, old, new in
            guard !key.hasPrefix("x-") || !table.allowsExtensions, let kind = table[key]?.kind ?? table.others else {
                return comparison.data(old, new)
            }
            comparison.value(old, new, kind, isSet: defaults.isSet(key))
        }
    }

    private mutating func value(_ old: Node, _ new: Node, _ kind: FieldKind, isSet: Bool = false) {
        switch kind {
        case .object(let type): object(old, new, as: type)
        case .reference(let type): object(old, new, as: old["$ref"] == nil ? type : Reference.self)
        case .either(let first, let second):
            value(old, new, first.accepts(old) && first.holdsMore ? first : second, isSet: isSet)
        case .list where isSet && Self.texts(old) != nil && Self.texts(new) != nil:
            if !Self.isSameSet(old, new) { report(.changed, old, new) }
        case .list(let element):
            guard let before = old.sequence, let after = new.sequence else { return data(old, new) }
            elements(before, after, old, new) { $0.value($1, $2, element) }
        case .map(let element):
            guard let before = old.mapping, let after = new.mapping else { return data(old, new) }
            entries(before, after, of: new, isOrdered: true) { $0.value($2, $3, element) }
        case .any, .text, .flag, .count, .number: isSet && Self.isSameSet(old, new) ? () : data(old, new)
        }
    }

    /// Compares JSON data, in which the order of keys is irrelevant.
    private mutating func data(_ old: Node, _ new: Node) {
        switch (old.value, new.value) {
        case (.mapping(let before), .mapping(let after)):
            entries(before, after, of: new, isOrdered: false) { $0.data($2, $3) }
        case (.sequence(let before), .sequence(let after)):
            elements(before, after, old, new) { $0.data($1, $2) }
        default:
            if !old.isEquivalent(to: new) { report(.changed, old, new) }
        }
    }

    private mutating func elements(
        _ before: [Node], _ after: [Node], _ old: Node, _ new: Node, _ compare: (inout Comparison, Node, Node) -> Void
    ) {
        guard before.count == after.count else { return report(.changed, old, new) }
        for (index, pair) in zip(before, after).enumerated() {
            path.append(String(index))
            compare(&self, pair.0, pair.1)
            path.removeLast()
        }
    }

    private mutating func entries(
        _ before: Mapping, _ after: Mapping, of container: Node, isOrdered: Bool,
        _ compare: (inout Comparison, String, Node, Node) -> Void
    ) {
        let newValues = Self.byKey(after)
        for entry in before.entries {
            path.append(entry.key)
            if let new = newValues[Key(entry.key)] {
                compare(&self, entry.key, entry.value, new)
            } else {
                report(.lost, entry.value, nil, at: container.position)
            }
            path.removeLast()
        }
        let oldValues = Self.byKey(before)
        for entry in after.entries where oldValues[Key(entry.key)] == nil {
            path.append(entry.key)
            report(.added, nil, entry.value, at: entry.keyPosition)
            path.removeLast()
        }
        guard isOrdered else { return }
        let kept = before.keys.filter { newValues[Key($0)] != nil }
        let stay = after.keys.filter { oldValues[Key($0)] != nil }
        if !kept.elementsEqual(stay, by: { Key($0) == Key($1) }) {
            report(.reordered, .mapping(before), .mapping(after), at: container.position)
        }
    }

    /// A key, compared by its bytes. Different encodings of the same character are different keys.
    private struct Key: Hashable {
        let bytes: [UInt8]

        init(_ text: String) {
            bytes = Array(text.utf8)
        }
    }

    private static func byKey(_ mapping: Mapping) -> [Key: Node] {
        Dictionary(mapping.entries.map { (Key($0.key), $0.value) }) { _, last in last }
    }

    /// Returns whether two arrays of strings have the same elements. A string is treated as an array with one element.
    private static func isSameSet(_ old: Node, _ new: Node) -> Bool {
        guard let before = texts(old), let after = texts(new) else { return false }
        return before.sorted() == after.sorted()
    }

    private static func texts(_ node: Node) -> [String]? {
        if let text = node.string { return [text] }
        guard let nodes = node.sequence else { return nil }
        let texts = nodes.compactMap(\.string)
        return texts.count == nodes.count ? texts : nil
    }

    private mutating func report(
        _ kind: DocumentDifference.Kind, _ old: Node?, _ new: Node?, at position: Position? = nil
    ) {
        let position = position ?? new?.position ?? .none
        findings.append(.init(kind: kind, pointer: JSONPointer(path), old: old, new: new, position: position))
    }
}
