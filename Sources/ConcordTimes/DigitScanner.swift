/// A scanner for numbers with a fixed number of digits.
package struct DigitScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// Creates a scanner, which must not be used after the bytes are deallocated.
    package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Returns the result of a closure that scans a text in place.
    package static func scan<Result>(_ text: String, _ body: (inout DigitScanner) -> Result?) -> Result? {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = DigitScanner(bytes)
            return body(&scanner)
        }
    }

    package var isAtEnd: Bool { position == bytes.count }

    package mutating func number(_ width: Int) -> Int? {
        guard bytes.count - position >= width else { return nil }
        var number = 0
        for index in position..<position + width {
            guard bytes[index].isDecimalDigit else { return nil }
            number = number * 10 + Int(bytes[index] - 0x30)
        }
        position += width
        return number
    }

    /// Consumes the next character if it is one of these, and returns whether it was.
    package mutating func take(_ characters: StaticString) -> Bool {
        guard position < bytes.count, characters.withUTF8Buffer({ $0.contains(bytes[position]) }) else { return false }
        position += 1
        return true
    }

    /// Consumes one or more digits, or returns `nil` if there are none.
    package mutating func digits() -> Slice<UnsafeBufferPointer<UInt8>>? {
        let digits = bytes[position...].prefix { $0.isDecimalDigit }
        guard !digits.isEmpty else { return nil }
        position = digits.endIndex
        return digits
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
