#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A value in a query, in a form that a database accepts.
public enum QueryValue: Hashable, Sendable {
    /// Null.
    case null
    /// A Boolean value.
    case boolean(Bool)
    /// An integer.
    case integer(Int64)
    /// An integer that exceeds the maximum of `integer`.
    case unsigned(UInt64)
    /// A floating-point number.
    case double(Double)
    /// A decimal number, without loss of precision.
    case decimal(Decimal)
    /// A string.
    case text(String)
    /// Binary data.
    case bytes(Data)
    /// A UUID.
    case uuid(UUID)
    /// A timestamp with microsecond precision.
    case timestamp(Date)
    /// A date without a time.
    case date(CalendarDate)
    /// A time of day.
    case time(TimeOfDay)
    /// A duration.
    case interval(Duration)
    /// A JSON value.
    case json(JSON)
    /// An array of values.
    case array([QueryValue])
}

/// A type whose values can be stored in a column: the types of a model's fields.
///
/// An enum with raw values needs no conformance, because its raw value is stored.
public protocol ColumnValue: Sendable {
    /// The type of values that a column of this type can be compared with. For an optional type, this is the optional
    /// type itself, so non-optional values are also accepted.
    associatedtype Compared: ColumnValue = Self
    /// The type of the values other than null.
    associatedtype Present: ColumnValue = Self

    /// The type of columns for values of this type.
    static var columnType: _Core.ColumnType { get }

    /// The value in the form that a database accepts.
    var queryValue: QueryValue { get }

    /// Creates a value from a column. The column isn't null unless the type has a value for null.
    ///
    /// - Throws: `_Core.UnreadableColumn` if the type of the column's value doesn't match.
    init(_ row: any _Core.Row, at index: Int) throws
}

extension QueryValue {
    /// Creates the database value of a field's value, or returns `nil` if its type can't be stored in a column.
    package init?(_ value: any Sendable) {
        if let value = value as? any ColumnValue {
            self = value.queryValue
        } else if let raw = (value as? any RawRepresentable)?.rawValue as? any ColumnValue {
            self = raw.queryValue
        } else {
            return nil
        }
    }
}

extension QueryValue {
    /// Creates a value from a column of a type.
    package init(_ row: any _Core.Row, at index: Int, _ type: _Core.ColumnType) throws {
        if row.isNull(at: index) {
            self = .null
            return
        }
        self =
            switch type {
            case .boolean: .boolean(try row.boolean(at: index))
            case .integer: .integer(try row.integer(at: index))
            case .unsigned: try row.unsigned(at: index).queryValue
            case .double: .double(try row.double(at: index))
            case .decimal: .decimal(try row.decimal(at: index))
            case .text: .text(try row.text(at: index))
            case .bytes: .bytes(try row.bytes(at: index))
            case .uuid: .uuid(try row.uuid(at: index))
            case .timestamp: .timestamp(try row.timestamp(at: index))
            case .date: .date(try row.date(at: index))
            case .time: .time(try row.time(at: index))
            case .interval: .interval(try row.interval(at: index))
            case .json, .array: .json(try row.json(at: index))
            }
    }
}

extension QueryValue: CustomStringConvertible {
    /// The value in a readable form, with quotes around strings.
    public var description: String {
        switch self {
        case .null: "null"
        case .boolean(let value): String(value)
        case .integer(let value): String(value)
        case .unsigned(let value): String(value)
        case .double(let value): String(value)
        case .decimal(let value): value.description
        case .text(let value): "'\(value)'"
        case .bytes(let value): "\(value.count) bytes"
        case .uuid(let value): value.lowercasedText
        case .timestamp(let value): value.rfc3339
        case .date(let value): value.description
        case .time(let value): value.description
        case .interval(let value): value.iso8601
        case .json(let value): value.description
        case .array(let values): "(\(values.map(\.description).joined(separator: ", ")))"
        }
    }
}
