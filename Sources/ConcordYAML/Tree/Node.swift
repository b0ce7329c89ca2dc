/// A YAML or JSON value with the place where it was read: null, a flag, a number, text, a sequence or a mapping.
///
/// Two nodes are equal when they hold the same value, wherever they stand: texts by their bytes, numbers by their
/// exact text (`1` is not `1.0`; see `isEquivalent(to:)`), mappings with their keys in the same order.
public struct Node: Sendable {
    /// What a node holds.
    public enum Content: Sendable {
        case null
        case bool(Bool)
        /// The number's text in the source, such as `1.0`, `1e400` or `0x1F`.
        case number(String)
        case string(String)
        case sequence([Node])
        case mapping(Mapping)
    }

    /// What the node holds.
    public var value: Content
    /// Where the node was read.
    public var position: Position

    /// A node that holds `value`.
    public init(_ value: Content, at position: Position = .none) {
        self.value = value
        self.position = position
    }

    /// The node that holds nothing.
    public static let null = Node(.null)

    /// A flag.
    public static func bool(_ value: Bool) -> Node { Node(.bool(value)) }

    /// A number, given by its text.
    public static func number(_ text: String) -> Node { Node(.number(text)) }

    /// A whole number.
    public static func number(_ value: some BinaryInteger) -> Node { Node(.number(String(value))) }

    /// Text.
    public static func string(_ text: String) -> Node { Node(.string(text)) }

    /// A sequence of nodes.
    public static func sequence(_ nodes: [Node]) -> Node { Node(.sequence(nodes)) }

    /// A mapping.
    public static func mapping(_ mapping: Mapping) -> Node { Node(.mapping(mapping)) }
}

extension Node {
    /// The kinds of value that a node can hold, in the words of diagnostics.
    public enum Kind: String, Hashable, Sendable {
        case null
        case bool = "true or false"
        case number = "a number"
        case string = "text"
        case sequence = "a list"
        case mapping = "a mapping"
    }

    /// Which kind of value the node holds.
    public var kind: Kind {
        switch value {
        case .null: .null
        case .bool: .bool
        case .number: .number
        case .string: .string
        case .sequence: .sequence
        case .mapping: .mapping
        }
    }

    /// Whether the node holds null.
    public var isNull: Bool {
        if case .null = value { true } else { false }
    }

    /// The flag, when the node holds one.
    public var bool: Bool? {
        if case .bool(let flag) = value { flag } else { nil }
    }

    /// The number's exact text, when the node holds a number.
    public var number: String? {
        if case .number(let text) = value { text } else { nil }
    }

    /// The text, when the node holds text.
    public var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// The elements, when the node holds a sequence.
    public var sequence: [Node]? {
        if case .sequence(let nodes) = value { nodes } else { nil }
    }

    /// The mapping, when the node holds one.
    public var mapping: Mapping? {
        if case .mapping(let mapping) = value { mapping } else { nil }
    }

    /// The whole number, when the node holds one that an `Int` can (`1.0` and `1e3` are whole numbers).
    public var integer: Int? {
        guard case .number(let text) = value else { return nil }
        return Int(text) ?? Decimal(text)?.integer
    }

    /// The number, rounded to the nearest `Double`, when the node holds a number.
    public var double: Double? {
        guard case .number(let text) = value else { return nil }
        return Double(text) ?? Decimal(text).flatMap { Double($0.jsonText) } ?? Node.specialDouble(text)
    }

    /// The value of `key`, when the node holds a mapping that has it. Setting one in a node that holds no mapping
    /// makes it a mapping of this key alone.
    public subscript(key: String) -> Node? {
        get {
            guard case .mapping(let mapping) = value else { return nil }
            return mapping[key]
        }
        set {
            var mapping = Mapping()
            if case .mapping(let existing) = value { mapping = existing }
            value = .null  // so that the entries are held once and change in place
            mapping[key] = newValue
            value = .mapping(mapping)
        }
    }

    /// The element at `index`, when the node holds a sequence that long.
    public subscript(index: Int) -> Node? {
        guard case .sequence(let nodes) = value, nodes.indices.contains(index) else { return nil }
        return nodes[index]
    }

    private static func specialDouble(_ text: String) -> Double? {
        switch text.lowercased() {
        case ".inf", "+.inf": .infinity
        case "-.inf": -.infinity
        case ".nan": .nan
        default: nil
        }
    }
}

extension Node: Hashable {
    /// Whether two nodes hold the same value, wherever they stand.
    public static func == (left: Node, right: Node) -> Bool {
        switch (left.value, right.value) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a.hasSameBytes(as: b)
        case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
        case (.sequence(let a), .sequence(let b)): a == b
        case (.mapping(let a), .mapping(let b)): a == b
        default: false
        }
    }

    /// Feeds the value, without its place, into the hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        switch value {
        case .null: break
        case .bool(let flag): hasher.combine(flag)
        case .number(let text), .string(let text): hasher.combine(text)
        case .sequence(let nodes): hasher.combine(nodes)
        case .mapping(let mapping): hasher.combine(mapping)
        }
    }
}

extension String {
    /// Whether two texts are the same bytes; `==` would take `é` and `e` with an accent after it for the same.
    @inline(__always)
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return other.utf8.withContiguousStorageIfAvailable { isMade(of: $0) } ?? utf8.elementsEqual(other.utf8)
    }

    /// Whether these bytes make the text.
    @inline(__always)
    func isMade(of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard utf8.count == bytes.count else { return false }
        return utf8.withContiguousStorageIfAvailable { own in
            UnsafeRawBufferPointer(own).isSame(as: UnsafeRawBufferPointer(bytes))
        } ?? utf8.elementsEqual(bytes)
    }
}

extension UnsafeRawBufferPointer {
    /// Whether both hold the same bytes, of which there are as many; eight are compared at a time.
    @inline(__always)
    fileprivate func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        var offset = 0
        while offset + 8 <= count {
            guard
                loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            else { return false }
            offset += 8
        }
        while offset < count {
            guard self[offset] == other[offset] else { return false }
            offset += 1
        }
        return true
    }
}
