/// A number as decimal digits and a power of ten, for exact comparison and division.
package struct ExactDecimal: Hashable, Sendable {
    private var isNegative: Bool
    /// The digits without leading and trailing zeros. Empty for zero.
    private var digits: [UInt8]
    /// The power of ten of the last digit.
    package private(set) var exponent: Int

    /// Creates the value of a number in JSON syntax.
    package init(_ text: String) {
        isNegative = text.utf8.first == UInt8(ascii: "-")
        digits = []
        exponent = 0
        var stated = 0
        var isFraction = false
        var isExponent = false
        var exponentIsNegative = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
            case UInt8(ascii: "-") where isExponent: exponentIsNegative = true
            case _ where !byte.isDigit: break
            case _ where isExponent:
                // Larger exponents differ by more than the length of any text.
                stated = min(stated * 10 + Int(byte - 0x30), 1 << 40)
            default:
                digits.append(byte - 0x30)
                if isFraction { exponent -= 1 }
            }
        }
        exponent += exponentIsNegative ? -stated : stated
        normalize()
    }

    private mutating func normalize() {
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        digits.removeFirst(digits.prefix { $0 == 0 }.count)
        if digits.isEmpty {
            isNegative = false
            exponent = 0
        }
    }

    /// The number of digits before the decimal point. Zero or less for a fraction.
    private var magnitude: Int { digits.count + exponent }

    /// The decimal digits of an integer that can fit in an integer type, or `nil` for other numbers.
    package var integer: String? {
        guard exponent >= 0, magnitude <= 40 else { return nil }
        if digits.isEmpty { return "0" }
        let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self) + String(repeating: "0", count: exponent)
        return isNegative ? "-" + text : text
    }

    /// Returns whether the number is a multiple of `divisor`. Every number is a multiple of zero.
    package func isMultiple(of divisor: ExactDecimal) -> Bool {
        if digits.isEmpty || divisor.digits.isEmpty { return true }
        // Neither has trailing zeros, so a number with more decimal places than the divisor can't be a multiple.
        let shift = exponent - divisor.exponent
        if shift < 0 { return false }
        // Zeros only help to cancel the divisor's factors 2 and 5. The divisor has fewer than four of them per digit.
        let zeros = min(shift, divisor.digits.count * 4)
        return LongDivision.hasNoRemainder(digits + Array(repeating: 0, count: zeros), by: divisor.digits)
    }
}

extension ExactDecimal: Comparable {
    package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
    }

    private func isSmaller(than other: ExactDecimal) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
        if magnitude != other.magnitude { return magnitude < other.magnitude }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
