// The protocol documents its members.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// The types of Foundation that can be encoded.

extension UUID: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let text = json.readString() else { return nil }
        guard text.utf8.count == 36, let value = UUID(uuidString: text) else {
            json.report("must be a UUID", keyword: "format")
            return nil
        }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(uuidString.lowercased()) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) {
        rules.check(uuidString.lowercased(), &issues)
    }
    public static var placeholder: UUID? { UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) }
    public static var shape: _Core.WireShape { .scalar }
}

extension URL: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let text = json.readString() else { return nil }
        // A string with the format `uri` is absolute (RFC 3986, section 4.3).
        guard let value = URL(string: text), value.scheme != nil else {
            json.report("must be a URI", keyword: "format")
            return nil
        }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(absoluteString) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.check(absoluteString, &issues) }
    public static var shape: _Core.WireShape { .scalar }
}

extension Data: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let bytes = json.readBase64() else { return nil }
        self = Data(bytes)
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(base64EncodedString()) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) {
        rules.check(base64EncodedString(), &issues)
    }
    public static var placeholder: Data? { Data() }
    public static var shape: _Core.WireShape { .scalar }
}

/// In JSON, a decimal is a string, `"12.50"`, so that no JSON parser rounds it.
extension Decimal: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let text = json.readString() else { return nil }
        guard Self.isDecimal(text), let value = Decimal(string: text) else {
            json.report("must be a decimal number in a string, such as 12.50", keyword: "pattern")
            return nil
        }
        self = value
    }

    /// Returns whether a string is a number that a decimal stores exactly, with at most 20 integer digits and 18
    /// decimal places.
    ///
    /// The document states the same as a pattern.
    private static func isDecimal(_ text: String) -> Bool {
        var digits = text.utf8[...]
        if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
        let whole = digits.prefix(while: \.isDigit)
        digits = digits.dropFirst(whole.count)
        guard (1...20).contains(whole.count) else { return false }
        if digits.isEmpty { return true }
        guard digits.first == UInt8(ascii: ".") else { return false }
        let fraction = digits.dropFirst()
        return (1...18).contains(fraction.count) && fraction.allSatisfy(\.isDigit)
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(description) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.checkNumber(description, &issues) }
    public static var placeholder: Decimal? { 0 }
    public static var shape: _Core.WireShape { .scalar }
}

/// In JSON, a date is a `date-time` of RFC 3339: `2026-03-01T12:30:00Z`.
extension Date: WireValue {
    public init?(from json: inout _Core.JSONReader) {
        guard let text = json.readString() else { return nil }
        guard let value = Date(rfc3339: text) else {
            json.report("must be a date and time such as 2026-03-01T12:30:00Z", keyword: "format")
            return nil
        }
        self = value
    }

    public func write(to json: inout _Core.JSONWriter) { json.write(rfc3339) }
    public func check(_ rules: _Core.Rules, _ issues: inout _Core.Issues) { rules.check(rfc3339, &issues) }
    public static var placeholder: Date? { Date(timeIntervalSince1970: 0) }
    public static var shape: _Core.WireShape { .scalar }

    package init?(rfc3339 text: String) {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2), scanner.take("-"),
            let day = scanner.number(2), let date = CalendarDate(year: year, month: month, day: day),
            scanner.take("Tt "),
            let hour = scanner.number(2), hour < 24, scanner.take(":"), let minute = scanner.number(2), minute < 60,
            scanner.take(":"), let second = scanner.number(2), second <= 60
        else { return nil }
        var fraction = 0.0
        if scanner.take(".") {
            guard let digits = scanner.digits() else { return nil }
            fraction = Self.fraction(digits)
        }
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset
        self.init(timeIntervalSince1970: Double(seconds) + fraction)
    }

    /// The value of the digits of a fraction.
    private static func fraction(_ digits: [UInt8]) -> Double {
        // A quotient of two exact numbers is the nearest one to theirs.
        guard digits.count <= 15 else { return Double("0." + String(decoding: digits, as: UTF8.self)) ?? 0 }
        let (number, divisor) = digits.reduce((0, 1)) { ($0.0 * 10 + Int($1 - 0x30), $0.1 * 10) }
        return Double(number) / Double(divisor)
    }

    /// The date with microsecond precision and no, three, or six decimal places. A date outside of the years 0 to 9999
    /// is replaced with the nearest one inside.
    package var rfc3339: String {
        let (whole, fraction) = microsecondsSince1970.flooredDivision(by: 1_000_000)
        let (days, time) = whole.flooredDivision(by: 86_400)
        let date = CalendarDate(daysSince1970: days)?.description ?? "1970-01-01"
        let clock = "\((time / 3600).padded(2)):\((time / 60 % 60).padded(2)):\((time % 60).padded(2))"
        if fraction == 0 { return "\(date)T\(clock)Z" }
        let digits = fraction % 1000 == 0 ? (fraction / 1000).padded(3) : fraction.padded(6)
        return "\(date)T\(clock).\(digits)Z"
    }

    /// The date with six decimal places, so that strings sort chronologically.
    package var microsecondText: String {
        let (seconds, fraction) = microsecondsSince1970.flooredDivision(by: 1_000_000)
        let (days, time) = seconds.flooredDivision(by: 86_400)
        let date = CalendarDate(daysSince1970: days)
        // Written digit by digit: each row with a timestamp has one.
        return String(unsafeUninitializedCapacity: 27) { buffer in
            var end = 0
            func write(_ number: Int, _ width: Int, _ mark: Unicode.Scalar) {
                var rest = number
                for position in (end..<end + width).reversed() {
                    buffer[position] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
                    rest /= 10
                }
                buffer[end + width] = UInt8(ascii: mark)
                end += width + 1
            }
            write(date?.year ?? 1970, 4, "-")
            write(date?.month ?? 1, 2, "-")
            write(date?.day ?? 1, 2, "T")
            write(time / 3600, 2, ":")
            write(time / 60 % 60, 2, ":")
            write(time % 60, 2, ".")
            write(fraction, 6, "Z")
            return end
        }
    }

    /// The number of microseconds, rounded to the nearest one and limited to the years 0 to 9999.
    package var microsecondsSince1970: Int {
        let microseconds = (timeIntervalSince1970 * 1_000_000).rounded()
        if microseconds >= 253_402_300_800_000_000 { return 253_402_300_799_999_999 }
        return Int(Swift.max(microseconds, -62_167_219_200_000_000))
    }
}

extension Int {
    fileprivate func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
