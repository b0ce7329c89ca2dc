/// The classes of characters that grammars of RFCs are made of.
extension UInt8 {
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
    var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
    var isHexadecimalDigit: Bool { isDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }
}

extension Unicode.Scalar {
    /// The scalar as a byte; 0, which no grammar here allows, for one that is not ASCII.
    var ascii: UInt8 { isASCII ? UInt8(value) : 0 }
}

/// Reads a string from start to end by a grammar of ASCII characters.
struct ASCIIScanner {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Consumes a character if it is the next one; letters match in upper and lower case.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let byte = rest.first else { return false }
        let isSame = byte == character.ascii || byte.isLetter && byte | 0x20 == character.ascii | 0x20
        if isSame { rest.removeFirst() }
        return isSame
    }

    /// Consumes exactly so many digits and returns their value.
    mutating func number(digits count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
        rest.removeFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Consumes all digits that follow, and returns how many there are.
    mutating func skipDigits() -> Int {
        let count = rest.prefix(while: \.isDigit).count
        rest.removeFirst(count)
        return count
    }
}
