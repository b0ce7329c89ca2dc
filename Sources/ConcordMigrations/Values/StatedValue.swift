import ConcordNames
import ConcordNumbers
import ConcordTimes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ColumnLiteral {
    /// Creates a value from an argument for a column: `--default station.code=X`.
    ///
    /// - Parameters:
    ///   - text: The text of the value.
    ///   - type: The type of the column.
    /// - Throws: ``MigrationError`` if the text is not a value of the column's type.
    package init(stated text: String, for type: _Core.ColumnType) throws {
        guard let value = Self.stated(text, type) else {
            throw MigrationError("'\(text)' is not \(type.statedForm)")
        }
        self = value
    }

    private static func stated(_ text: String, _ type: _Core.ColumnType) -> ColumnLiteral? {
        switch type {
        case .boolean: Bool(text).map { .boolean($0) }
        case .integer(let bits): Int64(text).flatMap { isInteger($0, of: bits) ? .integer($0) : nil }
        case .unsigned: UInt64(text).map { .unsigned($0) }
        case .double: Double(text).flatMap { $0.isFinite ? .double($0) : nil }
        // `Decimal` accepts a text that only begins with a number.
        case .decimal:
            text.wholeMatch(of: /[-+]?\d+(\.\d+)?([eE][-+]?\d+)?/) == nil
                ? nil : Decimal(string: text).map { .text("\($0)") }
        case .text: .text(text)
        case .bytes: Data(base64Encoded: text).map { .bytes(base64: $0.base64EncodedString()) }
        case .uuid: UUID(uuidString: text).map { .text($0.uuidString.lowercased()) }
        // A migration contains a timestamp as a database stores it.
        case .timestamp: text == "now" ? .now : Date(rfc3339: text).map { .text($0.microsecondText) }
        case .date: text == "now" ? .now : CalendarDate(text).map { .text("\($0)") }
        case .time: TimeOfDay(text).map { .text("\($0)") }
        case .interval: Duration(iso8601: text).map { .interval($0) }
        case .json, .array:
            StoredJSON(text).flatMap { isValid($0, type) ? .text($0.text) : nil }
        }
    }

    /// Returns whether JSON is a value of a column, or an element of an array that the column stores.
    private static func isValid(_ json: StoredJSON, _ type: _Core.ColumnType) -> Bool {
        switch (type, json) {
        case (.json, _), (.boolean, .boolean), (.text, .string): true
        case (.array(let element), .array(let elements)):
            elements.allSatisfy { if case .null = $0 { true } else { isValid($0, element) } }
        case (.integer, .number(let text)), (.unsigned, .number(let text)):
            ExactDecimal(text).integer.flatMap { stated($0, type) } != nil
        case (.double, .number(let text)): stated(text, type) != nil
        case (.timestamp, .string("now")), (.date, .string("now")): false
        case (.decimal, .string(let text)), (.bytes, .string(let text)), (.uuid, .string(let text)),
            (.timestamp, .string(let text)), (.date, .string(let text)), (.time, .string(let text)),
            (.interval, .string(let text)):
            stated(text, type) != nil
        default: false
        }
    }

    private static func isInteger(_ value: Int64, of bits: Int) -> Bool {
        bits >= 64 || (-(1 << (bits - 1))..<(1 << (bits - 1))).contains(value)
    }
}

extension _Core.ColumnType {
    /// The values of the type, for error messages.
    fileprivate var statedForm: String {
        switch self {
        case .boolean: "'true' or 'false'"
        case .integer(let bits): "a \(bits)-bit integer"
        case .unsigned: "an integer from 0 to \(UInt64.max)"
        case .double: "a number"
        case .decimal: "a decimal number"
        case .text: "a string"
        case .bytes: "a Base64 string"
        case .uuid: "a UUID"
        case .timestamp: "a timestamp such as '2026-01-31T12:00:00Z', or 'now'"
        case .date: "a date such as '2026-01-31', or 'now'"
        case .time: "a time of day such as '12:00:00Z'"
        case .interval: "a duration such as 'PT1H30M'"
        case .json: "JSON"
        case .array: "a JSON array with elements of the type of the column"
        }
    }
}
