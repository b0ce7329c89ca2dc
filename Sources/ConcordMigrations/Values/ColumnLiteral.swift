import ConcordHashes
import ConcordNames
import ConcordTimes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A value in the definition of a table: the default of a column, or one of its allowed values.
///
/// The cases are the values that a migration can contain. A value of any other type is text in a form that both
/// databases read: `.text("1.50")` in a column of decimal numbers.
public enum ColumnLiteral: Hashable, Sendable {
    /// Null.
    case null
    /// A boolean.
    case boolean(Bool)
    /// An integer.
    case integer(Int64)
    /// An integer that exceeds the maximum of `integer`.
    case unsigned(UInt64)
    /// A floating-point number.
    case double(Double)
    /// A string, or the text of a decimal number, a UUID, a timestamp, a date, a time of day, or JSON.
    case text(String)
    /// Bytes in Base64. A string that is not valid Base64 represents no bytes.
    case bytes(base64: String)
    /// A duration.
    case interval(Duration)
    /// The current time with microsecond precision, or the current date in a column of dates. It is the default of a
    /// new column that the model sets itself.
    case now
}

extension ColumnLiteral {
    /// The Swift expression of the value in a migration.
    package var source: String {
        switch self {
        case .null: ".null"
        case .boolean(let value): ".boolean(\(value))"
        case .integer(let value): ".integer(\(value))"
        case .unsigned(let value): ".unsigned(\(value))"
        case .double(let value): ".double(\(value))"
        case .text(let value): ".text(\(MigrationSource.quoted(value)))"
        case .bytes(let value): ".bytes(base64: \"\(value)\")"
        case .interval(let value): ".interval(.microseconds(\(value.microseconds ?? 0)))"
        case .now: ".now"
        }
    }

    /// The bytes of a value in the Base64 encoding.
    fileprivate static func bytes(_ text: String) -> [UInt8] { Data(base64Encoded: text).map { Array($0) } ?? [] }
}

extension Dialect {
    /// Returns a value as part of a statement that defines tables, because such a statement has no parameters.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - type: The type of the column for the value, or `nil` if it is unknown.
    package func literal(_ value: ColumnLiteral, for type: _Core.ColumnType? = nil) -> String {
        switch value {
        case .null: "NULL"
        case .boolean(let value): value ? "TRUE" : "FALSE"
        case .integer(let value):
            type == .unsigned ? UInt64(exactly: value).map(unsigned) ?? String(value) : String(value)
        case .unsigned(let value): unsigned(value)
        case .double(let value): value.description
        case .text(let value): Self.enclosed(value, in: "'")
        case .bytes(let value): hexadecimal(ColumnLiteral.bytes(value))
        // PostgreSQL's form of ISO 8601 has no sign before the whole.
        case .interval(let value): literal(microseconds: value.microseconds ?? .max)
        case .now: "'\(type == .date ? String(Date.now.microsecondText.prefix(10)) : Date.now.microsecondText)'"
        }
    }

    private func unsigned(_ value: UInt64) -> String {
        let digits = String(value)
        return self == .sqlite ? "'\(String(repeating: "0", count: 20 - digits.count))\(digits)'" : digits
    }

    private func literal(microseconds: Int64) -> String {
        self == .sqlite ? String(microseconds) : "'\(microseconds) microseconds'"
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        self == .sqlite ? "X'\(bytes.hexadecimal)'" : "'\\x\(bytes.hexadecimal)'"
    }
}
