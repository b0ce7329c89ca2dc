/// The keys and values of a mapping, in the order of the text.
public struct Mapping: Sendable {
    /// A key, its position, and its value.
    public struct Entry: Hashable, Sendable {
        /// The key. It is always a string, even if it looks like a number.
        public var key: String
        /// The position of the key.
        public var keyPosition: Position
        /// The value for the key.
        public var value: Node

        /// Creates an entry.
        public init(_ key: String, _ value: Node, keyPosition: Position = .none) {
            self.key = key
            self.keyPosition = keyPosition
            self.value = value
        }

        /// Returns whether two entries have the same key and value, regardless of their positions.
        public static func == (left: Entry, right: Entry) -> Bool {
            left.key.hasSameBytes(as: right.key) && left.value == right.value
        }

        /// Hashes the key and the value without their positions.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(key)
            hasher.combine(value)
        }
    }

    /// The entries in order. In a mapping that was read, their keys are unique.
    public var entries: [Entry]

    /// Creates an empty mapping.
    public init() {
        entries = []
    }

    /// Creates a mapping from entries with unique keys.
    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// Creates a mapping from keys and values. Of two equal keys, the last value is kept.
    public init(_ pairs: some Sequence<(String, Node)>) {
        entries = []
        var places: [[UInt8]: Int] = [:]
        for (key, value) in pairs {
            if let place = places.updateValue(entries.count, forKey: Array(key.utf8)) {
                places[Array(key.utf8)] = place
                entries[place].value = value
            } else {
                entries.append(Entry(key, value))
            }
        }
    }

    /// The keys in order.
    public var keys: [String] { entries.map(\.key) }

    /// The value for a key. Setting a value replaces or appends it, and setting `nil` removes it. The time is
    /// proportional to the number of entries.
    public subscript(key: String) -> Node? {
        get { index(of: key).map { entries[$0].value } }
        set {
            switch (index(of: key), newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(key, value))
            case (nil, nil): break
            }
        }
    }

    /// Returns the entry for a key, with the key's position.
    public func entry(_ key: String) -> Entry? {
        index(of: key).map { entries[$0] }
    }

    /// Returns the index of the entry for a key.
    public func index(of key: String) -> Int? {
        var key = key
        return key.withUTF8 { wanted in
            entries.withUnsafeBufferPointer { entries in
                for index in entries.indices where entries[index].key.isMade(of: wanted) { return index }
                return nil
            }
        }
    }
}

extension Mapping: Hashable, RandomAccessCollection {
    /// The index of the first entry.
    public var startIndex: Int { 0 }
    /// The number of entries.
    public var endIndex: Int { entries.count }
    /// The entry at an index.
    public subscript(index: Int) -> Entry { entries[index] }
}

extension Mapping: ExpressibleByDictionaryLiteral {
    /// Creates a mapping from keys and values.
    public init(dictionaryLiteral pairs: (String, Node)...) {
        self.init(pairs)
    }
}
