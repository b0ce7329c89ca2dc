import CConcordPostgreSQL
import ConcordCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A row of a result, with values in binary format.
struct PostgreSQLRow: _Core.Row {
    let result: ServerResult
    let row: CInt

    func isNull(at index: Int) -> Bool { PQgetisnull(result.pointer, row, CInt(index)) == 1 }

    func boolean(at index: Int) throws -> Bool {
        guard case (.bool, let bytes)? = value(at: index) else { throw unreadable(index, "a boolean") }
        return bytes.integer(UInt8.self) != 0
    }

    func integer(at index: Int) throws -> Int64 {
        guard let value = integer(value(at: index)) else { throw unreadable(index, "an integer") }
        return value
    }

    private func integer(_ value: (type: ServerType?, bytes: UnsafeRawBufferPointer)?) -> Int64? {
        guard let (type, bytes) = value else { return nil }
        return switch type {
        case .int2: Int64(bytes.integer(Int16.self))
        case .int4: Int64(bytes.integer(Int32.self))
        case .int8: bytes.integer(Int64.self)
        case .oid: Int64(bytes.integer(UInt32.self))
        // The sum of integers.
        case .numeric: bytes.numericText.flatMap { Int64($0) }
        default: nil
        }
    }

    func unsigned(at index: Int) throws -> UInt64 {
        let value = value(at: index)
        if case (.numeric, let bytes)? = value, let number = bytes.numericText.flatMap({ UInt64($0) }) { return number }
        guard let number = integer(value).flatMap({ UInt64(exactly: $0) }) else {
            throw unreadable(index, "an unsigned integer")
        }
        return number
    }

    func double(at index: Int) throws -> Double {
        let value = value(at: index)
        switch value {
        case (.float8, let bytes)?: return Double(bitPattern: bytes.integer(UInt64.self))
        case (.float4, let bytes)?: return Double(Float(bitPattern: bytes.integer(UInt32.self)))
        case (.numeric, let bytes)?:
            if let number = bytes.numericText.flatMap({ Double($0) }) { return number }
        default:
            if let number = integer(value) { return Double(number) }
        }
        throw unreadable(index, "a number")
    }

    func decimal(at index: Int) throws -> Decimal {
        let value = value(at: index)
        if case (.numeric, let bytes)? = value {
            // Decimal has fewer digits and would round the number.
            if let text = bytes.numericText, text.significantDigits <= 38, let number = Decimal(string: text) {
                return number
            }
        } else if let number = integer(value) {
            return Decimal(number)
        }
        throw unreadable(index, "a decimal")
    }

    func text(at index: Int) throws -> String {
        guard let (type, bytes) = value(at: index) else { throw unreadable(index, "text") }
        switch type {
        case .jsonb: return String(decoding: bytes.dropFirst(), as: UTF8.self)
        case .text, .varchar, .bpchar, .char, .name, .json, .xml: return String(decoding: bytes, as: UTF8.self)
        default:
            // The binary format of an enumeration is its text.
            guard type == nil, PQftype(result.pointer, CInt(index)) >= ServerType.firstOfDatabase,
                let text = String(validating: bytes, as: UTF8.self)
            else { throw unreadable(index, "text") }
            return text
        }
    }

    func bytes(at index: Int) throws -> Data {
        guard case (.bytea, let bytes)? = value(at: index) else { throw unreadable(index, "bytes") }
        return Data(bytes)
    }

    func uuid(at index: Int) throws -> UUID {
        guard case (.uuid, let bytes)? = value(at: index), bytes.count == 16 else { throw unreadable(index, "a UUID") }
        return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
    }

    func timestamp(at index: Int) throws -> Date {
        switch value(at: index) {
        case (.timestamptz, let bytes)?, (.timestamp, let bytes)?:
            // The smallest and the largest number are the infinities.
            let microseconds = bytes.integer(Int64.self)
            let (sum, isBeyond) = microseconds.addingReportingOverflow(ServerType.microsecondsTo2000)
            guard microseconds != .min, !isBeyond else { break }
            return Date(timeIntervalSince1970: Double(sum) / 1_000_000)
        default: break
        }
        throw unreadable(index, "a timestamp")
    }

    func date(at index: Int) throws -> CalendarDate {
        guard case (.date, let bytes)? = value(at: index),
            let date = CalendarDate(daysSince1970: Int(bytes.integer(Int32.self)) + Int(ServerType.daysTo2000))
        else { throw unreadable(index, "a date in the years 0 to 9999") }
        return date
    }

    func time(at index: Int) throws -> TimeOfDay {
        let time: TimeOfDay? =
            switch value(at: index) {
            case (.timetz, let bytes)?:
                TimeOfDay(microseconds: bytes.integer(Int64.self), secondsWest: bytes.integer(Int32.self, at: 8))
            case (.time, let bytes)?: TimeOfDay(microseconds: bytes.integer(Int64.self), secondsWest: 0)
            default: nil
            }
        guard let time else { throw unreadable(index, "a time of day") }
        return time
    }

    func interval(at index: Int) throws -> Duration {
        guard case (.interval, let bytes)? = value(at: index), bytes.integer(Int32.self, at: 12) == 0 else {
            throw unreadable(index, "a duration without months")
        }
        let days = Int64(bytes.integer(Int32.self, at: 8))
        return .microseconds(bytes.integer(Int64.self)) + .seconds(days * 86_400)
    }

    func json(at index: Int) throws -> JSON {
        switch value(at: index) {
        case (.jsonb, let bytes)?: return JSON(stored: Array(bytes.dropFirst()))
        case (.json, let bytes)?: return JSON(stored: Array(bytes))
        default: throw unreadable(index, "JSON")
        }
    }

    /// Returns the type of a column, if it is supported, and the bytes of its value, or `nil` for null.
    private func value(at index: Int) -> (type: ServerType?, bytes: UnsafeRawBufferPointer)? {
        let column = CInt(index)
        guard !isNull(at: index), let start = PQgetvalue(result.pointer, row, column) else { return nil }
        let count = Int(PQgetlength(result.pointer, row, column))
        return (
            ServerType(rawValue: PQftype(result.pointer, column)), UnsafeRawBufferPointer(start: start, count: count)
        )
    }

    private func unreadable(_ index: Int, _ expected: String) -> _Core.UnreadableColumn {
        let type = PQftype(result.pointer, CInt(index))
        let found = isNull(at: index) ? "null" : ServerType(rawValue: type).map { "a value of \($0)" }
        return _Core.UnreadableColumn(
            index, expected: expected, found: found ?? "a value of the type \(type) in pg_type")
    }
}

extension UnsafeRawBufferPointer {
    /// Returns the number at a position in network byte order, or zero after the end.
    fileprivate func integer<Value: FixedWidthInteger>(_ type: Value.Type, at offset: Int = 0) -> Value {
        guard offset + MemoryLayout<Value>.size <= count else { return 0 }
        return Value(bigEndian: loadUnaligned(fromByteOffset: offset, as: Value.self))
    }

    /// A `numeric` in decimal notation, or `nil` if it is not a finite number. Its binary digits have base 10,000.
    fileprivate var numericText: String? {
        let digitCount = Int(integer(Int16.self))
        let weight = Int(integer(Int16.self, at: 2))
        let sign = integer(UInt16.self, at: 4)
        let scale = Int(integer(UInt16.self, at: 6))
        guard sign == 0 || sign == 0x4000 else { return nil }
        func digits(_ position: Int) -> String {
            let digit = (0..<digitCount).contains(position) ? Int(integer(Int16.self, at: 8 + 2 * position)) : 0
            let text = String(digit)
            return String(repeating: "0", count: Swift.max(0, 4 - text.utf8.count)) + text
        }
        var text = ""
        if weight >= 0 { for position in 0...weight { text += digits(position) } }
        text = String(text.drop { $0 == "0" })
        if text.isEmpty { text = "0" }
        if scale > 0 {
            let groups = (scale + 3) / 4
            var fraction = ""
            for position in 0..<groups { fraction += digits(weight + 1 + position) }
            text += "." + fraction.prefix(scale)
        }
        return sign == 0 ? text : "-" + text
    }
}

extension String {
    /// The number of significant digits.
    fileprivate var significantDigits: Int {
        let digits = utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }.drop { $0 == UInt8(ascii: "0") }
        return digits.count - digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    }
}

extension TimeOfDay {
    /// The time since midnight in microseconds. Databases don't store nanoseconds.
    var microseconds: Int64 { Int64((hour * 60 + minute) * 60 + second) * 1_000_000 + Int64(nanosecond / 1000) }

    fileprivate init?(microseconds: Int64, secondsWest: Int32) {
        guard secondsWest.isMultiple(of: 60) else { return nil }
        let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        self.init(
            hour: Int(seconds / 3600), minute: Int(seconds / 60 % 60), second: Int(seconds % 60),
            nanosecond: Int(rest) * 1000, offset: Int(-secondsWest) / 60)
    }
}
