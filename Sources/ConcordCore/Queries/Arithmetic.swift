#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A type of numbers in a column. An optional number conforms, too.
public protocol NumericColumnValue: ColumnValue {}

extension Int: NumericColumnValue {}
extension Int16: NumericColumnValue {}
extension Int32: NumericColumnValue {}
extension Int64: NumericColumnValue {}
extension Double: NumericColumnValue {}
extension Float: NumericColumnValue {}
extension Decimal: NumericColumnValue {}
extension Optional: NumericColumnValue where Wrapped: NumericColumnValue {}

extension _Core.ScalarColumn {
    fileprivate func combined(
        _ operation: _Core.ArithmeticOperator, _ other: _Core.Expression
    ) -> QueryExpression<Value> {
        QueryExpression(expression: .arithmetic(expression, operation, other))
    }
}

// Operations on two fields. A result is null if one of the values is null.

/// Returns the sum of two fields.
public func + <L: _Core.ScalarColumn, R: _Core.ScalarColumn>(left: L, right: R) -> QueryExpression<L.Value>
where L.Value == R.Value, L.Value: NumericColumnValue { left.combined(.add, right.expression) }

/// Returns the difference between two fields.
public func - <L: _Core.ScalarColumn, R: _Core.ScalarColumn>(left: L, right: R) -> QueryExpression<L.Value>
where L.Value == R.Value, L.Value: NumericColumnValue { left.combined(.subtract, right.expression) }

/// Returns the product of two fields.
public func * <L: _Core.ScalarColumn, R: _Core.ScalarColumn>(left: L, right: R) -> QueryExpression<L.Value>
where L.Value == R.Value, L.Value: NumericColumnValue { left.combined(.multiply, right.expression) }

/// Returns the quotient of two fields, or null if the second is 0. The quotient of integers is an integer without the
/// remainder.
public func / <L: _Core.ScalarColumn, R: _Core.ScalarColumn>(left: L, right: R) -> QueryExpression<L.Value>
where L.Value == R.Value, L.Value: NumericColumnValue { left.combined(.divide, right.expression) }

// Operations on a field and a number.

/// Returns the sum of a field and a number.
public func + <C: _Core.ScalarColumn>(column: C, number: C.Value.Present) -> QueryExpression<C.Value>
where C.Value: NumericColumnValue { column.combined(.add, .value(number.queryValue)) }

/// Returns the difference between a field and a number.
public func - <C: _Core.ScalarColumn>(column: C, number: C.Value.Present) -> QueryExpression<C.Value>
where C.Value: NumericColumnValue { column.combined(.subtract, .value(number.queryValue)) }

/// Returns the product of a field and a number.
public func * <C: _Core.ScalarColumn>(column: C, number: C.Value.Present) -> QueryExpression<C.Value>
where C.Value: NumericColumnValue { column.combined(.multiply, .value(number.queryValue)) }

/// Returns the quotient of a field and a number, or null if the number is 0. The quotient of integers is an integer
/// without the remainder.
public func / <C: _Core.ScalarColumn>(column: C, number: C.Value.Present) -> QueryExpression<C.Value>
where C.Value: NumericColumnValue { column.combined(.divide, .value(number.queryValue)) }
