/// A YAML or JSON value with its position: null, a boolean, a number, a string, a sequence, or a mapping.
///
/// Two nodes are equal if they have the same value, regardless of position. Strings are compared by bytes, numbers by
/// their exact text (`1` is not `1.0`; see `isEquivalent(to:)`), and mappings with their keys in the same order.
public struct Node: Sendable {
    /// The value of a node.
    public enum Content: Sendable {
        /// Null.
        case null
        /// A Boolean value.
        case bool(Bool)
        /// A number as its source text, such as `1.0`, `1e400`, or `0x1F`.
        case number(String)
        /// A string.
        case string(String)
        /// A sequence: an array in JSON.
        case sequence([Node])
        /// A mapping: an object in JSON.
        case mapping(Mapping)
    }

    /// The value.
    public var value: Content
    /// The position of the node.
    public var position: Position

    /// Creates a node with a value.
    public init(_ value: Content, at position: Position = .none) {
        self.value = value
        self.position = position
    }

    /// The null node.
    public static let null = Node(.null)

    /// Returns a boolean node.
    public static func bool(_ value: Bool) -> Node { Node(.bool(value)) }

    /// Returns a number node from its text.
    public static func number(_ text: String) -> Node { Node(.number(text)) }

    /// Returns an integer node.
    public static func number(_ value: some BinaryInteger) -> Node { Node(.number(String(value))) }

    /// Returns a string node.
    public static func string(_ text: String) -> Node { Node(.string(text)) }

    /// Returns a sequence node.
    public static func sequence(_ nodes: [Node]) -> Node { Node(.sequence(nodes)) }

    /// Returns a mapping node.
    public static func mapping(_ mapping: Mapping) -> Node { Node(.mapping(mapping)) }
}

extension Node {
    /// The kinds of nodes, as diagnostics name them.
    public enum Kind: String, Hashable, Sendable {
        /// Null.
        case null
        /// A Boolean value.
        case bool = "a boolean"
        /// A number.
        case number = "a number"
        /// A string.
        case string = "a string"
        /// A sequence: an array in JSON.
        case sequence = "an array"
        /// A mapping: an object in JSON.
        case mapping = "an object"
    }

    /// The kind of the node.
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

    /// Whether the node is null.
    public var isNull: Bool {
        if case .null = value { true } else { false }
    }

    /// The boolean, or `nil` if the node has another kind.
    public var bool: Bool? {
        if case .bool(let flag) = value { flag } else { nil }
    }

    /// The exact text of the number, or `nil` if the node has another kind.
    public var number: String? {
        if case .number(let text) = value { text } else { nil }
    }

    /// The string, or `nil` if the node has another kind.
    public var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// The elements of the sequence, or `nil` if the node has another kind.
    public var sequence: [Node]? {
        if case .sequence(let nodes) = value { nodes } else { nil }
    }

    /// The mapping, or `nil` if the node has another kind.
    public var mapping: Mapping? {
        if case .mapping(let mapping) = value { mapping } else { nil }
    }

    /// The integer, or `nil` if the node isn't an integer that fits `Int` (`1.0` and `1e3` are integers).
    public var integer: Int? {
        guard case .number(let text) = value else { return nil }
        return Int(text) ?? Decimal(text)?.integer
    }

    /// The number rounded to the nearest `Double`, or `nil` if the node isn't a number.
    public var double: Double? {
        guard case .number(let text) = value else { return nil }
        return Double(text) ?? Decimal(text).flatMap { Double($0.jsonText) } ?? Node.specialDouble(text)
    }

    /// The value for a key, or `nil` if the node isn't a mapping with the key. Setting a value in a node that isn't a
    /// mapping replaces it with a mapping of this key only.
    public subscript(key: String) -> Node? {
        get {
            guard case .mapping(let mapping) = value else { return nil }
            return mapping[key]
        }
        set {
            var mapping = Mapping()
            if case .mapping(let existing) = value { mapping = existing }
            value = .null  // so that the entries have one owner and are modified in place
            mapping[key] = newValue
            value = .mapping(mapping)
        }
    }

    /// The element at an index, or `nil` if the node isn't a sequence of sufficient length.
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
    /// Returns whether two nodes have the same value, regardless of position.
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

    /// Hashes the value without its position.
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
    /// Returns whether two strings have the same bytes. `==` also equates canonically equivalent strings, such as `é`
    /// and `e` with a combining accent.
    @inline(__always)
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return other.utf8.withContiguousStorageIfAvailable { isMade(of: $0) } ?? utf8.elementsEqual(other.utf8)
    }

    /// Returns whether the string consists of these bytes.
    @inline(__always)
    func isMade(of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard utf8.count == bytes.count else { return false }
        return utf8.withContiguousStorageIfAvailable { own in
            UnsafeRawBufferPointer(own).isSame(as: UnsafeRawBufferPointer(bytes))
        } ?? utf8.elementsEqual(bytes)
    }
}

extension UnsafeRawBufferPointer {
    /// Returns whether both buffers, which have the same length, have the same bytes. Compares eight at a time.
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
