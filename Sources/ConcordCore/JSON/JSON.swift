// The protocols document their members.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

/// A JSON value. It can be written as a Swift literal: `["size": 3, "tags": ["a"], "none": nil]`.
///
/// Objects keep the order of their keys, and numbers are exact. Comparisons ignore the order of keys and the notation
/// of numbers, so `1.0` equals `1`.
public enum JSON: Hashable, Sendable {
    /// Null.
    case null
    /// True or false.
    case bool(Bool)
    /// A number, without loss of precision.
    case number(Number)
    /// A string.
    case string(String)
    /// An array.
    case array([JSON])
    /// An object.
    case object(JSONObject)

    /// The value for a key of an object, or `nil` if the key doesn't exist or the value is not an object.
    public subscript(key: String) -> JSON? {
        if case .object(let object) = self { object[key] } else { nil }
    }

    /// The element at an index of an array, or `nil` if the index is out of range or the value is not an array.
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
    /// The JSON text of the value on one line.
    public var description: String {
        var writer = _Core.JSONWriter()
        write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// A JSON object with ordered, unique keys.
public struct JSONObject: Sendable {
    /// The keys, in order of insertion.
    public private(set) var keys: [String]
    private var values: [JSON]
    private var indices: [String: Int]

    /// Creates an empty object.
    public init() {
        keys = []
        values = []
        indices = [:]
    }

    /// Creates an object with entries. If a key is repeated, its last value is used.
    public init(_ entries: some Sequence<(String, JSON)>) {
        self.init()
        for (key, value) in entries { self[key] = value }
    }

    /// The value for a key, or `nil` if there is none. Set it to `nil` to remove the key.
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

    /// The number of keys.
    public var count: Int { keys.count }

    /// Whether the object is empty.
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
