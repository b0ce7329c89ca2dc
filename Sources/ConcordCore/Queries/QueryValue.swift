#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A value that a query compares with, in the form in which a database takes it.
public enum QueryValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    /// A number above the largest that `integer` holds.
    case unsigned(UInt64)
    case double(Double)
    case decimal(Decimal)
    case text(String)
    case bytes(Data)
    case uuid(UUID)
    /// A moment, to the microsecond.
    case timestamp(Date)
    case date(CalendarDate)
    case time(TimeOfDay)
    case interval(Duration)
    case json(JSON)
    case array([QueryValue])
}

/// A type whose values can stand in a column of a table: the types of a model's fields.
///
/// An enum with raw values needs no conformance; its raw value stands in the column.
public protocol ColumnValue: Sendable {
    /// What a column of the type is compared with: where it may be null, also a value without a wrapper.
    associatedtype Compared: ColumnValue = Self
    /// The type of the values that are not null.
    associatedtype Present: ColumnValue = Self

    /// The type of the columns that hold values of the type.
    static var columnType: _Core.ColumnType { get }

    /// The value as a database takes it.
    var queryValue: QueryValue { get }

    /// Reads the value of a column, which is not null unless the type has a value for null.
    ///
    /// - Throws: `_Core.UnreadableColumn` for a column that holds something else.
    init(_ row: any _Core.Row, at index: Int) throws
}

extension QueryValue {
    /// The value of a field whose type is not known here; nil for a type that has no place in a column.
    init?(_ value: any Sendable) {
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
    /// The value of a column of a type.
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
    /// The value for people: texts in quotes.
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
        case .uuid(let value): value.uuidString.lowercased()
        case .timestamp(let value): value.rfc3339
        case .date(let value): value.description
        case .time(let value): value.description
        case .interval(let value): value.iso8601
        case .json(let value): value.description
        case .array(let values): "(\(values.map(\.description).joined(separator: ", ")))"
        }
    }
}
