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

    /// Returns the nearest floating-point number to a number with few digits, or `nil` if it has too many.
    ///
    /// The quotient of two exact numbers is the nearest one to theirs (Clinger's fast path).
    package static func shortDouble(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Double? {
        var index = range.lowerBound
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        guard range.upperBound - index <= 16 else { return nil }
        var (digits, divisor, hasPoint) = (0, 1, false)
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
                continue
            }
            guard byte.isDigit else { return nil }
            digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
            if hasPoint { divisor *= 10 }
        }
        // Both are less than 2^53, so they are exact.
        guard digits < 1 << 53, divisor <= 1_000_000_000_000_000 else { return nil }
        let value = Double(digits) / Double(divisor)
        return isNegative ? -value : value
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
    /// The value of the character as a hexadecimal digit, or `nil` if it isn't one.
    @inlinable package var hexadecimalValue: UInt8? {
        if isDigit { return self - UInt8(ascii: "0") }
        let letter = (self | 0x20) &- UInt8(ascii: "a")
        return letter < 6 ? letter + 10 : nil
    }

    /// Whether the character is an ASCII digit.
    @inlinable package var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
