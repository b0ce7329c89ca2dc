/// JSON Pointers, RFC 6901, and relative ones.
enum Pointers {
    static func isPointer(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.isEmpty || bytes[0] == UInt8(ascii: "/") else { return false }
        return bytes.indices.allSatisfy { index in
            bytes[index] != UInt8(ascii: "~") || index + 1 < bytes.count && "01".utf8.contains(bytes[index + 1])
        }
    }

    static func isRelativePointer(_ text: String) -> Bool {
        let digits = text.utf8.prefix(while: \.isDigit)
        guard let first = digits.first, digits.count == 1 || first != UInt8(ascii: "0") else { return false }
        let rest = Substring(text.utf8.dropFirst(digits.count))
        return rest == "#" || isPointer(rest)
    }
}
