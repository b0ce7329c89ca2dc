/// The JSON grammar of numbers (RFC 8259, section 6).
package enum NumberGrammar {
    /// Returns whether a text is a number.
    package static func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let end = end(in: UnsafeRawBufferPointer(bytes), from: 0)
            return end == bytes.count
        }
    }

    /// Returns the end of the number at an offset, or `nil` if there is no number.
    package static func end(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var index = start
        func digits() -> Bool {
            let first = index
            while index < bytes.count, bytes[index].isDigit { index += 1 }
            return index > first
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "0") {
            index += 1
        } else if !digits() {
            return nil
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            if !digits() { return nil }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            if !digits() { return nil }
        }
        return index
    }

    /// Returns the description of a floating-point number without a zero fraction: `3` for `3.0`.
    package static func shortest(_ description: String) -> String {
        description.hasSuffix(".0") ? String(description.dropLast(2)) : description
    }

    /// Returns the decimal digits of an integer.
    package static func digits(of value: StaticBigInt) -> String {
        // Two's complement words, least significant first. Negative numbers are negated during the conversion.
        let isNegative = value.signum() < 0
        var words: [UInt] = []
        var carry = isNegative
        for index in 0..<(value.bitWidth + UInt.bitWidth - 1) / UInt.bitWidth {
            var word = isNegative ? ~value[index] : value[index]
            if carry { (word, carry) = word.addingReportingOverflow(1) }
            words.append(word)
        }
        var digits: [UInt8] = []
        while words.contains(where: { $0 != 0 }) {
            var remainder: UInt = 0
            for index in words.indices.reversed() {
                (words[index], remainder) = UInt(10).dividingFullWidth((remainder, words[index]))
            }
            digits.append(UInt8(ascii: "0") + UInt8(remainder))
        }
        if digits.isEmpty { return "0" }
        return (isNegative ? "-" : "") + String(decoding: digits.reversed(), as: UTF8.self)
    }
}

extension UInt8 {
    /// Whether the character is an ASCII digit.
    @inlinable package var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
