/// An exact number of any size: `sign × digits × 10^exponent`, without zeros at either end of `digits`.
struct Decimal: Hashable {
    private(set) var isNegative = false
    /// The digits in ASCII. The array is empty for zero.
    private(set) var digits: [UInt8] = []
    private(set) var exponent = 0

    /// The maximum number of hexadecimal and octal digits that are converted, because the conversion takes quadratic
    /// time.
    private static let maximumRadixDigits = 512

    /// Parses a number in the notation of YAML's core schema or JSON. Returns `nil` for infinity, for other text, and
    /// for an exponent that exceeds `Int`.
    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        if rest.starts(with: "0x".utf8) {
            guard convert(rest.dropFirst(2), radix: 16) else { return nil }
        } else if rest.starts(with: "0o".utf8) {
            guard convert(rest.dropFirst(2), radix: 8) else { return nil }
        } else {
            guard parse(rest) else { return nil }
        }
        normalize()
    }

    private mutating func parse(_ text: ArraySlice<UInt8>) -> Bool {
        var seenPoint = false
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits.append(text[index])
                if seenPoint { exponent -= 1 }
            case UInt8(ascii: ".") where !seenPoint:
                seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let power = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) else { return false }
                let (sum, overflow) = exponent.addingReportingOverflow(power)
                exponent = sum
                return !overflow && !digits.isEmpty
            default:
                return false
            }
        }
        return !digits.isEmpty
    }

    private mutating func convert(_ text: ArraySlice<UInt8>, radix: Int) -> Bool {
        guard !text.isEmpty, text.count <= Self.maximumRadixDigits else { return false }
        var reversed: [Int] = []
        for byte in text {
            guard var carry = Character(Unicode.Scalar(byte)).hexDigitValue, carry < radix else { return false }
            for index in reversed.indices {
                carry += reversed[index] * radix
                reversed[index] = carry % 10
                carry /= 10
            }
            while carry > 0 {
                reversed.append(carry % 10)
                carry /= 10
            }
        }
        digits = reversed.reversed().map { UInt8(ascii: "0") + UInt8($0) }
        return true
    }

    private mutating func normalize() {
        digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
        let zeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeLast(zeros)
        exponent = digits.isEmpty ? 0 : exponent &+ zeros
        if digits.isEmpty { isNegative = false }
    }

    /// The integer, if the number is one and fits `Int`.
    var integer: Int? {
        guard exponent >= 0, exponent < 20, digits.count + exponent < 20 else { return nil }
        return Int(jsonText)
    }

    /// The number in JSON notation, with an exponent if it would have many zeros otherwise.
    var jsonText: String {
        guard !digits.isEmpty else { return "0" }
        let text = String(decoding: digits, as: UTF8.self)
        let sign = isNegative ? "-" : ""
        let zeros = { String(repeating: "0", count: $0) }
        switch exponent {
        case 0...20: return sign + text + zeros(exponent)
        case -20..<0 where digits.count > -exponent:
            return sign + text.dropLast(-exponent) + "." + text.suffix(-exponent)
        case -20..<0: return sign + "0." + zeros(-exponent - digits.count) + text
        default: return sign + text + "e\(exponent)"
        }
    }
}
