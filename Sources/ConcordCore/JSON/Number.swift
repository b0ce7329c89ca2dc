/// An exact number with any number of digits, for bounds in attributes and for numbers in `JSON` values.
///
/// Numbers with the same value are equal: `1`, `1.0` and `10e-1`.
public struct Number: Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// The number in JSON syntax.
    public let text: String

    /// Creates a number from its JSON syntax, or returns `nil` for other text.
    public init?(_ text: String) {
        guard NumberGrammar.matches(text) else { return nil }
        self.text = text
    }

    init(unchecked text: String) { self.text = text }

    /// Creates an integer.
    public init(_ value: some BinaryInteger) { text = String(value) }

    /// Creates a finite number with the shortest exact representation, or returns `nil` for infinities and NaN.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = NumberGrammar.shortest(value.description)
    }

    /// Creates a number from an integer literal with any number of digits.
    public init(integerLiteral value: StaticBigInt) { text = NumberGrammar.digits(of: value) }

    /// Creates a number from a floating-point literal.
    public init(floatLiteral value: Double) { text = NumberGrammar.shortest(value.description) }

    /// Returns the number as an integer of a type, or `nil` if it has a fraction or doesn't fit.
    public func exactly<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer? {
        Integer(text) ?? ExactDecimal(text).integer.flatMap { Integer($0) }
    }

    /// The nearest floating-point number, or infinity beyond its range.
    public var double: Double { Double(text) ?? 0 }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Number: Hashable, Comparable, CustomStringConvertible {
    public static func == (left: Number, right: Number) -> Bool {
        left.text == right.text || ExactDecimal(left.text) == ExactDecimal(right.text)
    }

    public static func < (left: Number, right: Number) -> Bool {
        ExactDecimal(left.text) < ExactDecimal(right.text)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(ExactDecimal(text)) }

    public var description: String { text }
}

/// The JSON grammar of numbers (RFC 8259, section 6).
enum NumberGrammar {
    static func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let end = end(in: UnsafeRawBufferPointer(bytes), from: 0)
            return end == bytes.count
        }
    }

    /// Returns the end of the number at an offset, or `nil` if there is no number.
    static func end(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
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
    static func shortest(_ description: String) -> String {
        description.hasSuffix(".0") ? String(description.dropLast(2)) : description
    }

    static func digits(of value: StaticBigInt) -> String {
        // Two's complement words, least significant first; negative ones are negated on the way.
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
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
