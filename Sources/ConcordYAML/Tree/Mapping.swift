/// Keys and their values in the order in which they stand in the text.
public struct Mapping: Sendable {
    /// A key, its place and its value.
    public struct Entry: Hashable, Sendable {
        /// The key, which is text whatever it looks like.
        public var key: String
        /// Where the key was read.
        public var keyPosition: Position
        /// The key's value.
        public var value: Node

        /// An entry.
        public init(_ key: String, _ value: Node, keyPosition: Position = .none) {
            self.key = key
            self.keyPosition = keyPosition
            self.value = value
        }

        /// Whether key and value are the same, wherever they stand.
        public static func == (left: Entry, right: Entry) -> Bool {
            left.key.hasSameBytes(as: right.key) && left.value == right.value
        }

        /// Feeds key and value, without their places, into the hasher.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(key)
            hasher.combine(value)
        }
    }

    /// The entries in order. No two have the same key in a mapping that was read.
    public var entries: [Entry]

    /// An empty mapping.
    public init() {
        entries = []
    }

    /// A mapping of these entries, whose keys differ.
    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// A mapping of these keys and values; of two that have the same key the last one stands.
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

    /// The value of `key`: setting replaces it where it stands or appends it, nil removes it. Takes time in
    /// proportion to the number of entries.
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

    /// The entry of `key`, with the key's place.
    public func entry(_ key: String) -> Entry? {
        index(of: key).map { entries[$0] }
    }

    /// Where `key` stands among the entries.
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
    /// The place of the first entry.
    public var startIndex: Int { 0 }
    /// The number of entries.
    public var endIndex: Int { entries.count }
    /// The entry at a place.
    public subscript(index: Int) -> Entry { entries[index] }
}

extension Mapping: ExpressibleByDictionaryLiteral {
    /// A mapping of these keys and values.
    public init(dictionaryLiteral pairs: (String, Node)...) {
        self.init(pairs)
    }
}
