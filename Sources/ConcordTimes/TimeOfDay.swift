/// A time of day with its offset from UTC: `12:30:00Z`, `09:15:00.5+02:00`, the `full-time` of RFC 3339.
public struct TimeOfDay: Hashable, Sendable {
    /// The hour, from 0 to 23.
    public let hour: Int
    /// The minute, from 0 to 59.
    public let minute: Int
    /// The second, from 0 to 59.
    public let second: Int
    /// The nanosecond, from 0 to 999,999,999.
    public let nanosecond: Int
    /// The offset in minutes east of Greenwich, from -1439 to 1439.
    public let offset: Int

    /// Creates a time, or returns `nil` if it doesn't exist.
    public init?(hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0, offset: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
            (0..<1_000_000_000).contains(nanosecond), (-1439...1439).contains(offset)
        else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
        self.nanosecond = nanosecond
        self.offset = offset
    }

    /// Creates a time from a string such as `12:30:00Z`, or returns `nil` if it is invalid.
    public init?(_ text: String) {
        guard let time = DigitScanner.scan(text, { TimeOfDay(&$0) }) else { return nil }
        self = time
    }

    private init?(_ scanner: inout DigitScanner) {
        guard let hour = scanner.number(2), scanner.take(":"), let minute = scanner.number(2), scanner.take(":"),
            let second = scanner.number(2)
        else { return nil }
        var nanosecond = 0
        if scanner.take(".") {
            guard let digits = scanner.digits() else { return nil }
            nanosecond = Self.nanoseconds(digits)
        }
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        self.init(hour: hour, minute: minute, second: second, nanosecond: nanosecond, offset: offset / 60)
    }

    /// Returns the nanoseconds for decimal places. Further digits are dropped.
    private static func nanoseconds(_ digits: some Sequence<UInt8>) -> Int {
        let padded = (digits + Array(repeating: UInt8(ascii: "0"), count: 9)).prefix(9)
        return padded.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension TimeOfDay: CustomStringConvertible {
    public var description: String {
        var text = "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
        if nanosecond > 0 { text += ".\(nanosecond.decimalPlaces)" }
        if offset == 0 { return text + "Z" }
        return text + (offset < 0 ? "-" : "+") + "\((abs(offset) / 60).padded(2)):\((abs(offset) % 60).padded(2))"
    }
}
