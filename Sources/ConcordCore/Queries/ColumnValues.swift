// What `queryValue` is, is said where the protocol declares it.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Bool: ColumnValue { public var queryValue: QueryValue { .boolean(self) } }
extension String: ColumnValue { public var queryValue: QueryValue { .text(self) } }
extension Double: ColumnValue { public var queryValue: QueryValue { .number(self) } }
extension Float: ColumnValue { public var queryValue: QueryValue { .number(Double(self)) } }
extension Decimal: ColumnValue { public var queryValue: QueryValue { .decimal(self) } }
extension UUID: ColumnValue { public var queryValue: QueryValue { .uuid(self) } }
extension URL: ColumnValue { public var queryValue: QueryValue { .text(absoluteString) } }
extension Data: ColumnValue { public var queryValue: QueryValue { .bytes(self) } }
extension Bytes: ColumnValue { public var queryValue: QueryValue { .bytes(Data(content)) } }
extension Date: ColumnValue { public var queryValue: QueryValue { .moment(self) } }
extension CalendarDate: ColumnValue { public var queryValue: QueryValue { .date(self) } }
extension TimeOfDay: ColumnValue { public var queryValue: QueryValue { .time(self) } }
extension Duration: ColumnValue { public var queryValue: QueryValue { .duration(self) } }
extension JSON: ColumnValue { public var queryValue: QueryValue { .json(self) } }
extension JSONObject: ColumnValue { public var queryValue: QueryValue { .json(.object(self)) } }
extension Number: ColumnValue { public var queryValue: QueryValue { .json(.number(self)) } }

extension ColumnValue where Self: FixedWidthInteger {
    public var queryValue: QueryValue {
        if let value = Int64(exactly: self) { return .integer(value) }
        return .unsigned(UInt64(truncatingIfNeeded: self))
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
    public var queryValue: QueryValue { self?.queryValue ?? .null }
}

extension Nullable: ColumnValue where Wrapped: ColumnValue {
    public typealias Compared = Wrapped?
    public var queryValue: QueryValue { value?.queryValue ?? .null }
}

extension Array: ColumnValue where Element: ColumnValue {
    public var queryValue: QueryValue { .list(map(\.queryValue)) }
}
