#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A value in a query, in the form that a database accepts.
public enum QueryValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    /// An integer that exceeds the maximum of `integer`.
    case unsigned(UInt64)
    case double(Double)
    case decimal(Decimal)
    case text(String)
    case bytes(Data)
    case uuid(UUID)
    /// A timestamp with microsecond precision.
    case timestamp(Date)
    case date(CalendarDate)
    case time(TimeOfDay)
    case interval(Duration)
    case json(JSON)
    case array([QueryValue])
}

/// A type whose values can be stored in a column: the types of a model's fields.
///
/// An enum with raw values needs no conformance, because its raw value is stored.
public protocol ColumnValue: Sendable {
    /// The type of values that a column of this type is compared with. For optional types, these are also non-optional
    /// values.
    associatedtype Compared: ColumnValue = Self
    /// The type of the values that aren't null.
    associatedtype Present: ColumnValue = Self

    /// The type of columns for values of this type.
    static var columnType: _Core.ColumnType { get }

    /// The value in the form that a database accepts.
    var queryValue: QueryValue { get }

    /// Creates a value from a column. The column isn't null unless the type has a value for null.
    ///
    /// - Throws: `_Core.UnreadableColumn` if the column's value has another type.
    init(_ row: any _Core.Row, at index: Int) throws
}

extension QueryValue {
    /// Creates a value from a field's value of unknown type, or returns `nil` if its type can't be stored in a column.
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
