import ConcordYAML

/// A JSON Pointer (RFC 6901): `/components/schemas/Pet`.
public struct JSONPointer: Hashable, Sendable {
    /// The keys and indices, unescaped.
    public var tokens: [String]

    /// Creates a pointer from keys and indices.
    public init(_ tokens: [String]) {
        self.tokens = tokens
    }

    /// Parses a pointer. Returns `nil` unless the string is empty or begins with `/`.
    public init?(_ text: some StringProtocol) {
        guard !text.isEmpty else {
            tokens = []
            return
        }
        guard text.utf8.first == UInt8(ascii: "/") else { return nil }
        tokens = String(text.dropFirst()).split(separator: "/", omittingEmptySubsequences: false).map(Self.unescaped)
    }

    private static func unescaped(_ token: Substring) -> String {
        guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
        var result: [UInt8] = []
        var bytes = token.utf8.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "~") else {
                result.append(byte)
                continue
            }
            switch bytes.next() {
            case UInt8(ascii: "0"): result.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): result.append(UInt8(ascii: "/"))
            case let other: result += [byte] + (other.map { [$0] } ?? [])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The pointer as the fragment of a reference, with percent-encoding: `#/paths/~1pets`.
    public var fragment: String {
        var result = Array("#".utf8)
        for byte in description.utf8 {
            if isFragmentByte(byte) {
                result.append(byte)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += Array(("%" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Returns the pointer with one more key.
    public func appending(_ token: String) -> JSONPointer {
        JSONPointer(tokens + [token])
    }

    /// Returns whether a byte is part of the `fragment` of RFC 3986.
    private func isFragmentByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
        }
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The pointer in the notation of RFC 6901.
    public var description: String {
        tokens.map { token in
            var escaped = "/"
            for character in token.unicodeScalars {
                switch character {
                case "~": escaped += "~0"
                case "/": escaped += "~1"
                default: escaped.unicodeScalars.append(character)
                }
            }
            return escaped
        }.joined()
    }
}

extension Node {
    /// The node at a pointer relative to this one.
    public subscript(pointer: JSONPointer) -> Node? {
        pointer.tokens.reduce(self as Node?) { $0?.child($1) }
    }

    /// Returns the value for a key, or the element at an index.
    func child(_ token: String) -> Node? {
        switch value {
        case .mapping(let mapping): return mapping[token]
        case .sequence(let nodes):
            // RFC 6901 doesn't allow leading zeros.
            guard let index = Int(token), String(index) == token, nodes.indices.contains(index) else { return nil }
            return nodes[index]
        default: return nil
        }
    }
}
