import ConcordYAML

/// A way from a node to one inside it, as RFC 6901 writes it: `/components/schemas/Pet`.
public struct JSONPointer: Hashable, Sendable {
    /// The keys and indices on the way, unescaped.
    public var tokens: [String]

    /// The way along these keys and indices.
    public init(_ tokens: [String]) {
        self.tokens = tokens
    }

    /// Reads a pointer; nil unless the text is empty or opens with `/`.
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

    /// The pointer as the fragment of a reference, with what a URI can't hold percent-encoded: `#/paths/~1pets`.
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

    /// The pointer with one more key.
    public func appending(_ token: String) -> JSONPointer {
        JSONPointer(tokens + [token])
    }

    /// RFC 3986's `fragment`.
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
    /// The pointer as RFC 6901 writes it.
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
    /// The node at the end of a pointer that starts here.
    public subscript(pointer: JSONPointer) -> Node? {
        pointer.tokens.reduce(self as Node?) { $0?.child($1) }
    }

    /// The value of a key, or the element of an index.
    func child(_ token: String) -> Node? {
        switch value {
        case .mapping(let mapping): return mapping[token]
        case .sequence(let nodes):
            // RFC 6901 knows no leading zeros.
            guard let index = Int(token), String(index) == token, nodes.indices.contains(index) else { return nil }
            return nodes[index]
        default: return nil
        }
    }
}
