/// A scanner for numbers with a fixed number of digits.
package struct DigitScanner {
    private var rest: Substring.UTF8View

    package init(_ text: String) { rest = Substring(text).utf8 }

    package var isAtEnd: Bool { rest.isEmpty }

    package mutating func number(_ width: Int) -> Int? {
        let digits = rest.prefix(width)
        guard digits.count == width, digits.allSatisfy(\.isDecimalDigit) else { return nil }
        rest.removeFirst(width)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Consumes the next character if it is one of these, and returns whether it was.
    package mutating func take(_ characters: String) -> Bool {
        guard let next = rest.first, characters.utf8.contains(next) else { return false }
        rest.removeFirst()
        return true
    }

    /// Consumes one or more digits, or returns `nil` if there are none.
    package mutating func digits() -> [UInt8]? {
        let digits = rest.prefix { $0.isDecimalDigit }
        guard !digits.isEmpty else { return nil }
        rest.removeFirst(digits.count)
        return Array(digits)
    }

    /// Consumes the `time-offset` of RFC 3339, and returns the seconds east of Greenwich.
    package mutating func offset() -> Int? {
        if take("Zz") { return 0 }
        let isWest = take("-")
        guard isWest || take("+"), let hours = number(2), hours < 24, take(":"), let minutes = number(2), minutes < 60
        else { return nil }
        return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}

extension Int {
    /// The number with zeros before it, up to a number of digits.
    package func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }

    /// The decimal places of a number of nanoseconds, without zeros at the end.
    var decimalPlaces: Substring {
        var digits = padded(9)[...]
        while digits.last == "0" { digits.removeLast() }
        return digits
    }
}

extension UInt8 {
    var isDecimalDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
