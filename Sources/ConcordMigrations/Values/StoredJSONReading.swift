import ConcordNumbers

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads JSON text (RFC 8259) in which no object has a member twice.
struct StoredJSONReading {
    private let bytes: [UInt8]
    private var index = 0
    /// The number of arrays and objects around the current value.
    private var depth = 0
    /// The maximum nesting depth, which limits stack use.
    private static let nesting = 128

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Reads a value that is the whole text.
    mutating func whole() -> StoredJSON? {
        guard let value = value() else { return nil }
        skipSpace()
        return index == bytes.count ? value : nil
    }

    private mutating func value() -> StoredJSON? {
        skipSpace()
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "{"): return nested { $0.object() }
        case UInt8(ascii: "["): return nested { $0.array() }
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "t"): return word("true", .boolean(true))
        case UInt8(ascii: "f"): return word("false", .boolean(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func nested(_ read: (inout StoredJSONReading) -> StoredJSON?) -> StoredJSON? {
        guard depth < Self.nesting else { return nil }
        depth += 1
        index += 1
        defer { depth -= 1 }
        return read(&self)
    }

    private mutating func array() -> StoredJSON? {
        var elements: [StoredJSON] = []
        if take("]") { return .array([]) }
        repeat {
            guard let element = value() else { return nil }
            elements.append(element)
        } while take(",")
        return take("]") ? .array(elements) : nil
    }

    private mutating func object() -> StoredJSON? {
        var members: [(key: String, value: StoredJSON)] = []
        var keys: Set<String> = []
        if take("}") { return .object([]) }
        repeat {
            skipSpace()
            guard let key = string(), keys.insert(key).inserted, take(":"), let value = value() else { return nil }
            members.append((key, value))
        } while take(",")
        return take("}") ? .object(members) : nil
    }

    private mutating func string() -> String? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard index < bytes.count else { return nil }
        index += 1
        return try? JSONDecoder().decode(String.self, from: Data(bytes[start..<index]))
    }

    private mutating func number() -> StoredJSON? {
        guard let end = bytes.withUnsafeBytes({ NumberGrammar.end(in: $0, from: index) }) else { return nil }
        defer { index = end }
        return .number(String(decoding: bytes[index..<end], as: UTF8.self))
    }

    private mutating func word(_ word: String, _ value: StoredJSON) -> StoredJSON? {
        guard bytes[index...].starts(with: word.utf8) else { return nil }
        index += word.utf8.count
        return value
    }

    /// Consumes a character after white space, and returns whether it is the next one.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace() {
        while index < bytes.count, " \t\n\r".utf8.contains(bytes[index]) { index += 1 }
    }
}
