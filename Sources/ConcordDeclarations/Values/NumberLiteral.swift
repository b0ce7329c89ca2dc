import ConcordOutline

extension Expression {
    /// The number in the decimal notation of JSON (`255` for `0xFF`, `16.0` for `0x1p4`), or `nil` if the expression
    /// isn't a number.
    package var decimal: String? {
        guard case .number(let text) = self else { return nil }
        return NumberLiteral(text).decimal
    }
}

/// A number in Swift notation.
private struct NumberLiteral {
    /// The number in JSON notation.
    let decimal: String

    init(_ text: String) {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
        // Nearly all numbers are in decimal notation without a leading zero.
        let isDecimal = digits.utf8.first != UInt8(ascii: "0") || digits.utf8.count == 1
        decimal = isDecimal ? text : text.prefix(text.utf8.count - digits.utf8.count) + Self.decimal(digits)
    }

    private static func decimal(_ text: Substring) -> String {
        switch text.prefix(2) {
        case "0b": integer(text.dropFirst(2), radix: 2)
        case "0o": integer(text.dropFirst(2), radix: 8)
        case "0x" where text.contains { "pP.".contains($0) }: Double(text).map { "\($0)" } ?? String(text)
        case "0x": integer(text.dropFirst(2), radix: 16)
        default: withoutLeadingZeros(text)
        }
    }

    /// Returns the decimal digits of an integer of any length.
    private static func integer(_ digits: Substring, radix: Int) -> String {
        var decimals: [Int] = [0]
        for digit in digits {
            guard let value = digit.hexDigitValue, value < radix else { return String(digits) }
            var carry = value
            for index in decimals.indices {
                carry += decimals[index] * radix
                decimals[index] = carry % 10
                carry /= 10
            }
            while carry > 0 {
                decimals.append(carry % 10)
                carry /= 10
            }
        }
        return decimals.reversed().map(String.init).joined()
    }

    /// Removes leading zeros, which Swift allows and JSON doesn't.
    private static func withoutLeadingZeros(_ text: Substring) -> String {
        let significant = text.drop { $0 == "0" }
        return significant.first?.isNumber == true ? String(significant) : "0" + significant
    }
}
