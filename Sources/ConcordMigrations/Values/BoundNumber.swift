/// A number in a bound of a column, with its original notation.
///
/// Two numbers are equal if they have the same value: `1`, `1.0` and `10e-1`.
package struct BoundNumber: Sendable {
    /// The text of the number, in JSON syntax.
    package let text: String

    /// Creates a number from text.
    package init(_ text: String) { self.text = text }

    /// The sign, the digits without zeros at either end, and the power of ten of the last digit.
    private var parts: (isNegative: Bool, digits: Substring, exponent: Int) {
        let isNegative = text.hasPrefix("-")
        let halves = text.drop { $0 == "-" || $0 == "+" }.split(maxSplits: 1) { $0 == "e" || $0 == "E" }
        let mantissa = (halves.first ?? "").split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        var exponent = (halves.count > 1 ? min(max(Int(halves[1]) ?? 0, -(1 << 40)), 1 << 40) : 0) - fraction.count
        var digits = ((mantissa.first ?? "") + fraction).drop { $0 == "0" }
        while digits.last == "0" {
            digits.removeLast()
            exponent += 1
        }
        return digits.isEmpty ? (false, "", 0) : (isNegative, digits, exponent)
    }
}

extension BoundNumber: Hashable {
    package static func == (left: BoundNumber, right: BoundNumber) -> Bool { left.parts == right.parts }

    package func hash(into hasher: inout Hasher) {
        let (isNegative, digits, exponent) = parts
        hasher.combine(isNegative)
        hasher.combine(digits)
        hasher.combine(exponent)
    }
}

extension BoundNumber: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(String(value)) }
}
