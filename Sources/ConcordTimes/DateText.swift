#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

extension Date {
    /// Creates a date from a `date-time` of RFC 3339, or returns `nil` if the text is none.
    package init?(rfc3339 text: String) {
        guard let date = DigitScanner.scan(text, { Date(&$0) }) else { return nil }
        self = date
    }

    /// Creates a date from the bytes of a `date-time` (RFC 3339), or returns `nil` if they aren't one.
    package init?(rfc3339 bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = DigitScanner(bytes)
        self.init(&scanner)
    }

    private init?(_ scanner: inout DigitScanner) {
        guard let date = CalendarDate(&scanner), scanner.take("Tt "),
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
    private static func fraction(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Double {
        // A quotient of two exact numbers is the nearest one to theirs.
        guard digits.count <= 15 else { return Double("0." + String(decoding: digits, as: UTF8.self)) ?? 0 }
        var (number, divisor) = (0, 1)
        for digit in digits {
            number = number * 10 + Int(digit - 0x30)
            divisor *= 10
        }
        return Double(number) / Double(divisor)
    }

    /// The date with microsecond precision and no, three, or six decimal places. A date outside of the years 0 to 9999
    /// is replaced with the nearest one inside.
    package var rfc3339: String {
        String(unsafeUninitializedCapacity: Self.textCapacity) { writeRFC3339(to: $0) }
    }

    /// The maximum number of bytes of a date as text.
    package static let textCapacity = 27

    /// Writes the date as `rfc3339` has it. Returns the number of bytes.
    package func writeRFC3339(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let fraction = microsecondsSince1970.flooredDivision(by: 1_000_000).remainder
        return write(to: buffer, decimalPlaces: fraction == 0 ? 0 : fraction.isMultiple(of: 1000) ? 3 : 6)
    }

    /// The date with six decimal places. Such strings sort chronologically.
    package var microsecondText: String {
        String(unsafeUninitializedCapacity: Self.textCapacity) { write(to: $0, decimalPlaces: 6) }
    }

    /// Writes the date with no, three, or six decimal places. Returns the number of bytes.
    private func write(to buffer: UnsafeMutableBufferPointer<UInt8>, decimalPlaces: Int) -> Int {
        let (seconds, fraction) = microsecondsSince1970.flooredDivision(by: 1_000_000)
        let (days, time) = seconds.flooredDivision(by: 86_400)
        let date = CalendarDate(daysSince1970: days)
        // Written digit by digit: each row and each object with a timestamp has one.
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
        write(time % 60, 2, decimalPlaces == 0 ? "Z" : ".")
        if decimalPlaces > 0 { write(decimalPlaces == 3 ? fraction / 1000 : fraction, decimalPlaces, "Z") }
        return end
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
