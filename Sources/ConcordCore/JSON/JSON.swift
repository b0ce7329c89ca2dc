// What a protocol's members do is said where the protocol declares them.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// Any JSON value, written as a Swift literal: `["size": 3, "tags": ["a"], "none": nil]`.
///
/// The order of an object's keys is kept and numbers are exact, but neither counts when two values are compared.
public enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Number)
    case string(String)
    case array([JSON])
    case object(JSONObject)

    /// The value at a key of an object; nil for anything else.
    public subscript(key: String) -> JSON? {
        if case .object(let object) = self { object[key] } else { nil }
    }

    /// The element at an index of an array; nil for anything else.
    public subscript(index: Int) -> JSON? {
        if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
    }
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: StaticBigInt) { self = .number(Number(integerLiteral: value)) }
    public init(floatLiteral value: Double) { self = .number(Number(floatLiteral: value)) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(JSONObject(elements.map { ($0.0, $0.1) }))
    }
}

extension JSON: CustomStringConvertible {
    /// The value as JSON text, on one line.
    public var description: String {
        var writer = _Core.JSONWriter()
        write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// A JSON object: keys in the order given, each once.
public struct JSONObject: Sendable {
    /// The keys, in the order given.
    public private(set) var keys: [String]
    private var values: [JSON]
    private var indices: [String: Int]

    /// An object without keys.
    public init() {
        keys = []
        values = []
        indices = [:]
    }

    /// An object of these entries; of several with one key the last one's value counts.
    public init(_ entries: some Sequence<(String, JSON)>) {
        self.init()
        for (key, value) in entries { self[key] = value }
    }

    /// The value at a key; set to nil, the key goes away.
    public subscript(key: String) -> JSON? {
        get { indices[key].map { values[$0] } }
        set {
            switch (indices[key], newValue) {
            case (let index?, let value?): values[index] = value
            case (nil, let value?):
                indices[key] = keys.count
                keys.append(key)
                values.append(value)
            case (let index?, nil):
                keys.remove(at: index)
                values.remove(at: index)
                indices = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
            case (nil, nil): break
            }
        }
    }

    /// How many keys there are.
    public var count: Int { keys.count }

    /// Whether there are no keys.
    public var isEmpty: Bool { keys.isEmpty }
}

extension JSONObject: Sequence {
    public func makeIterator() -> Zip2Sequence<[String], [JSON]>.Iterator { zip(keys, values).makeIterator() }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements.map { ($0.0, $0.1) }) }
}

extension JSONObject: Hashable {
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.allSatisfy { right[$0] == $1 }
    }

    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for (key, value) in self {
            var entry = Hasher()
            entry.combine(key)
            entry.combine(value)
            sum &+= entry.finalize()
        }
        hasher.combine(sum)
    }
}
