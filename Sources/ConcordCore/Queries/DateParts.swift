#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A type of dates in a column, with or without a time. An optional date conforms, too.
public protocol DateColumnValue: ColumnValue {
    /// The type of a part: `Int` or `Int?`.
    associatedtype Part: ColumnValue = Int
    /// The type of the date.
    associatedtype Day: ColumnValue = CalendarDate
}

extension Date: DateColumnValue {}
extension CalendarDate: DateColumnValue {}
extension Optional: DateColumnValue where Wrapped: DateColumnValue {
    /// An optional integer.
    public typealias Part = Wrapped.Part?
    /// An optional date.
    public typealias Day = Wrapped.Day?
}

/// A type of dates with a time in a column. An optional date conforms, too.
public protocol TimestampColumnValue: DateColumnValue {}

extension Date: TimestampColumnValue {}
extension Optional: TimestampColumnValue where Wrapped: TimestampColumnValue {}

extension Column where Value: DateColumnValue {
    /// The year, in UTC.
    public var year: QueryExpression<Value.Part> { part(.year) }

    /// The month, from 1 to 12, in UTC.
    public var month: QueryExpression<Value.Part> { part(.month) }

    /// The day of the month, from 1 to 31, in UTC.
    public var day: QueryExpression<Value.Part> { part(.day) }

    /// The day of the week, from 1 for Monday to 7 for Sunday (ISO 8601), in UTC.
    public var weekday: QueryExpression<Value.Part> { part(.weekday) }

    fileprivate func part<Part>(_ part: _Core.DatePart) -> QueryExpression<Part> {
        QueryExpression(expression: .datePart(part, expression))
    }
}

extension Column where Value: TimestampColumnValue {
    /// The hour, from 0 to 23, in UTC.
    public var hour: QueryExpression<Value.Part> { part(.hour) }

    /// The minute, from 0 to 59.
    public var minute: QueryExpression<Value.Part> { part(.minute) }

    /// The second, from 0 to 59, without its fraction.
    public var second: QueryExpression<Value.Part> { part(.second) }

    /// The date without the time, in UTC.
    public var date: QueryExpression<Value.Day> { part(.date) }
}
