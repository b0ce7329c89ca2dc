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
    case number(Double)
    case decimal(Decimal)
    case text(String)
    case bytes(Data)
    case uuid(UUID)
    case moment(Date)
    case date(CalendarDate)
    case time(TimeOfDay)
    case duration(Duration)
    case json(JSON)
    case list([QueryValue])
}

/// A type whose values can stand in a column of a table: the types of a model's fields.
///
/// An enum with raw values needs no conformance; its raw value stands in the column.
public protocol ColumnValue: Sendable {
    /// What a column of the type is compared with: where it may be null, also a value without a wrapper.
    associatedtype Compared: ColumnValue = Self

    /// The value as a database takes it.
    var queryValue: QueryValue { get }
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

extension QueryValue: CustomStringConvertible {
    /// The value for people: texts in quotes.
    public var description: String {
        switch self {
        case .null: "null"
        case .boolean(let value): String(value)
        case .integer(let value): String(value)
        case .unsigned(let value): String(value)
        case .number(let value): String(value)
        case .decimal(let value): value.description
        case .text(let value): "'\(value)'"
        case .bytes(let value): "\(value.count) bytes"
        case .uuid(let value): value.uuidString.lowercased()
        case .moment(let value): value.rfc3339
        case .date(let value): value.description
        case .time(let value): value.description
        case .duration(let value): value.iso8601
        case .json(let value): value.description
        case .list(let values): "(\(values.map(\.description).joined(separator: ", ")))"
        }
    }
}
