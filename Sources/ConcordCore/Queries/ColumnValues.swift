// The protocol documents its members.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Bool: ColumnValue {
    public static var columnType: _Core.ColumnType { .boolean }
    public var queryValue: QueryValue { .boolean(self) }
    public init(_ row: any _Core.Row, at index: Int) throws { self = try row.boolean(at: index) }
}

extension String: ColumnValue {
    public static var columnType: _Core.ColumnType { .text }
    public var queryValue: QueryValue { .text(self) }
    public init(_ row: any _Core.Row, at index: Int) throws { self = try row.text(at: index) }
}

extension Double: ColumnValue {
    public static var columnType: _Core.ColumnType { .double }
    public var queryValue: QueryValue { .double(self) }
    public init(_ row: any _Core.Row, at index: Int) throws { self = try row.double(at: index) }
}

extension Float: ColumnValue {
    public static var columnType: _Core.ColumnType { .double }
    public var queryValue: QueryValue { .double(Double(self)) }
    public init(_ row: any _Core.Row, at index: Int) throws { self = Float(try row.double(at: index)) }
}

extension Decimal: ColumnValue {
    public static var columnType: _Core.ColumnType { .decimal }
    public var queryValue: QueryValue { .decimal(self) }
    public init(_ row: any _Core.Row, at index: Int) throws { self = try row.decimal(at: index) }
}

extension UUID: ColumnValue {
    public static var columnType: _Core.ColumnType { .uuid }
    public var queryValue: QueryValue { .uuid(self) }
    public init(_ row: any _Core.Row, at index: Int) throws { self = try row.uuid(at: index) }
}

extension URL: ColumnValue {
    public static var columnType: _Core.ColumnType { .text }
    public var queryValue: QueryValue { .text(absoluteString) }
    public init(_ row: any _Core.Row, at index: Int) throws {
        let text = try row.text(at: index)
        guard let url = URL(string: text) else {
            throw _Core.UnreadableColumn(index, expected: "a URL", found: "'\(text)'")
        }
        self = url
    }
}

extension Data: ColumnValue {
    public static var columnType: _Core.ColumnType { .bytes }
    public var queryValue: QueryValue { .bytes(self) }
    public init(_ row: any _Core.Row, at index: Int) throws { self = try row.bytes(at: index) }
}

extension Bytes: ColumnValue {
    public static var columnType: _Core.ColumnType { .bytes }
    public var queryValue: QueryValue { .bytes(Data(content)) }
    public init(_ row: any _Core.Row, at index: Int) throws { self.init(Array(try row.bytes(at: index))) }
}

extension Date: ColumnValue {
    public static var columnType: _Core.ColumnType { .timestamp }
    public var queryValue: QueryValue { .timestamp(self) }
    public init(_ row: any _Core.Row, at index: Int) throws { self = try row.timestamp(at: index) }
}

extension CalendarDate: ColumnValue {
    public static var columnType: _Core.ColumnType { .date }
    public var queryValue: QueryValue { .date(self) }
    public init(_ row: any _Core.Row, at index: Int) throws { self = try row.date(at: index) }
}

extension TimeOfDay: ColumnValue {
    public static var columnType: _Core.ColumnType { .time }
    public var queryValue: QueryValue { .time(self) }
    public init(_ row: any _Core.Row, at index: Int) throws { self = try row.time(at: index) }
}

extension Duration: ColumnValue {
    public static var columnType: _Core.ColumnType { .interval }
    public var queryValue: QueryValue { .interval(self) }
    public init(_ row: any _Core.Row, at index: Int) throws { self = try row.interval(at: index) }
}

extension JSON: ColumnValue {
    public static var columnType: _Core.ColumnType { .json }
    public var queryValue: QueryValue { self == .null ? .null : .json(self) }
    public init(_ row: any _Core.Row, at index: Int) throws {
        self = row.isNull(at: index) ? .null : try row.json(at: index)
    }
}

extension JSONObject: ColumnValue {
    public static var columnType: _Core.ColumnType { .json }
    public var queryValue: QueryValue { .json(.object(self)) }
    public init(_ row: any _Core.Row, at index: Int) throws {
        guard case .object(let object) = try row.json(at: index) else {
            throw _Core.UnreadableColumn(index, expected: "a JSON object", found: "a different value")
        }
        self = object
    }
}

extension Number: ColumnValue {
    public static var columnType: _Core.ColumnType { .json }
    public var queryValue: QueryValue { .json(.number(self)) }
    public init(_ row: any _Core.Row, at index: Int) throws {
        guard case .number(let number) = try row.json(at: index) else {
            throw _Core.UnreadableColumn(index, expected: "a number", found: "a different value")
        }
        self = number
    }
}

extension ColumnValue where Self: FixedWidthInteger {
    public static var columnType: _Core.ColumnType {
        if isSigned { return .integer(bits: Swift.max(bitWidth, 16)) }
        return bitWidth < 64 ? .integer(bits: Swift.max(bitWidth * 2, 16)) : .unsigned
    }

    public var queryValue: QueryValue {
        if let value = Int64(exactly: self) { return .integer(value) }
        return .unsigned(UInt64(truncatingIfNeeded: self))
    }

    public init(_ row: any _Core.Row, at index: Int) throws {
        let value: Self?
        if Self.columnType == .unsigned {
            value = Self(exactly: try row.unsigned(at: index))
        } else {
            value = Self(exactly: try row.integer(at: index))
        }
        guard let value else {
            throw _Core.UnreadableColumn(index, expected: "a value of '\(Self.self)'", found: "a larger number")
        }
        self = value
    }
}

extension Int: ColumnValue {}
extension Int8: ColumnValue {}
extension Int16: ColumnValue {}
extension Int32: ColumnValue {}
extension Int64: ColumnValue {}
extension UInt: ColumnValue {}
extension UInt8: ColumnValue {}
extension UInt16: ColumnValue {}
extension UInt32: ColumnValue {}
extension UInt64: ColumnValue {}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    public typealias Compared = Wrapped.Compared?
    public typealias Present = Wrapped.Present
    public static var columnType: _Core.ColumnType { Wrapped.columnType }
    public var queryValue: QueryValue { self?.queryValue ?? .null }
    public init(_ row: any _Core.Row, at index: Int) throws {
        self = row.isNull(at: index) ? nil : try Wrapped(row, at: index)
    }
}

extension Nullable: ColumnValue where Wrapped: ColumnValue {
    public typealias Compared = Wrapped?
    public typealias Present = Wrapped
    public static var columnType: _Core.ColumnType { Wrapped.columnType }
    public var queryValue: QueryValue { value?.queryValue ?? .null }
    public init(_ row: any _Core.Row, at index: Int) throws {
        self = row.isNull(at: index) ? .null : .value(try Wrapped(row, at: index))
    }
}

extension Array: ColumnValue where Element: ColumnValue {
    public static var columnType: _Core.ColumnType { .array(Element.columnType) }
    public var queryValue: QueryValue { .array(map(\.queryValue)) }
    public init(_ row: any _Core.Row, at index: Int) throws {
        guard case .array(let elements) = try row.json(at: index) else {
            throw _Core.UnreadableColumn(index, expected: "a JSON array", found: "a different value")
        }
        let row = JSONRow(elements: elements)
        self = try elements.indices.map { try Element(row, at: $0) }
    }
}
