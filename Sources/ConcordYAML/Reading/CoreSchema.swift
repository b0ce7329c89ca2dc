/// The interpretation of a plain scalar by YAML's core schema (YAML 1.2.2, section 10.3.2).
enum CoreSchema {
    enum Meaning {
        case null
        case bool(Bool)
        case number
        case string
    }

    @inline(__always)
    static func meaning(of text: UnsafeRawBufferPointer) -> Meaning {
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return isNumber(text) ? .number : .string
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
            return isNull(text) ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
            return bool(text).map(Meaning.bool) ?? .string
        default:
            return .string
        }
    }

    static func isNull(_ text: UnsafeRawBufferPointer) -> Bool {
        text.isEmpty || matches(text, "~") || matches(text, "null") || matches(text, "Null") || matches(text, "NULL")
    }

    static func bool(_ text: UnsafeRawBufferPointer) -> Bool? {
        if matches(text, "true") || matches(text, "True") || matches(text, "TRUE") { return true }
        if matches(text, "false") || matches(text, "False") || matches(text, "FALSE") { return false }
        return nil
    }

    static func isNumber(_ text: UnsafeRawBufferPointer) -> Bool {
        var scan = NumberScan(text)
        if scan.skip("0o") { return scan.skipDigits { $0 >= 0x30 && $0 <= 0x37 } > 0 && scan.isAtEnd }
        if scan.skip("0x") { return scan.skipDigits(isHexadecimal) > 0 && scan.isAtEnd }
        scan.skipSign()
        if scan.rest(isAnyOf: [".inf", ".Inf", ".INF"]) { return true }
        if scan.index == 0, scan.rest(isAnyOf: [".nan", ".NaN", ".NAN"]) { return true }
        let whole = scan.skipDigits(isDecimal)
        let fraction = scan.skip(".") ? scan.skipDigits(isDecimal) : 0
        guard whole + fraction > 0 else { return false }
        return scan.skipExponent() && scan.isAtEnd
    }

    private static func matches(_ text: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
        text.count == word.utf8CodeUnitCount
            && text.elementsEqual(UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}

@inline(__always)
func isDecimal(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

func isHexadecimal(_ byte: UInt8) -> Bool {
    isDecimal(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
}

/// A scanner for the text of a number.
struct NumberScan {
    private let text: UnsafeRawBufferPointer
    private(set) var index = 0

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
    }

    var isAtEnd: Bool { index == text.count }

    var next: UInt8? { index < text.count ? text[index] : nil }

    mutating func skip(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard text.count - index >= length else { return false }
        for offset in 0..<length where text[index + offset] != word.utf8Start[offset] { return false }
        index += length
        return true
    }

    @discardableResult
    mutating func skipSign() -> Bool {
        guard let next, next == UInt8(ascii: "-") || next == UInt8(ascii: "+") else { return false }
        index += 1
        return true
    }

    @inline(__always)
    mutating func skipDigits(_ isDigit: (UInt8) -> Bool) -> Int {
        let start = index
        while index < text.count, isDigit(text[index]) { index += 1 }
        return index - start
    }

    /// Skips an exponent if there is one. Returns `false` if it is incomplete.
    mutating func skipExponent() -> Bool {
        guard let next, next | 0x20 == UInt8(ascii: "e") else { return true }
        index += 1
        skipSign()
        return skipDigits(isDecimal) > 0
    }

    func rest(isAnyOf words: [StaticString]) -> Bool {
        words.contains { word in
            var copy = self
            return copy.skip(word) && copy.isAtEnd
        }
    }
}
