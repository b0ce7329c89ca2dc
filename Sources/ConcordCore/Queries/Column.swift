extension _Core {
    /// A field in a condition, regardless of its other operations.
    public protocol ComparedColumn<Value>: Sendable {
        /// The type of the field.
        associatedtype Value: Sendable
        /// The field or the expression.
        var expression: Expression { get }
    }

    /// A field, or a value that is computed from fields. A key isn't a scalar column, because its members are the
    /// fields of another object.
    public protocol ScalarColumn<Value>: ComparedColumn {}
}

extension _Core.ComparedColumn {
    fileprivate func compared(_ comparison: Condition.Comparison, _ value: QueryValue) -> Condition {
        .compare(expression, comparison, value)
    }

    fileprivate func compared(
        _ comparison: Condition.Comparison, _ other: some _Core.ComparedColumn
    ) -> Condition {
        .compareColumns(expression, comparison, other.expression)
    }
}

extension _Core.ComparedColumn where Value: ColumnValue {
    /// Returns a condition that is true if the field's value is one of these.
    public func isIn(_ values: [Value]) -> Condition { compared(.isIn, .array(values.map(\.queryValue))) }
}

/// A field of a model in a condition: `$0.elevation` in `stations.filter { $0.elevation >= 100 }`.
public struct Column<Value: Sendable>: _Core.ScalarColumn {
    let reference: _Core.ColumnReference

    /// The column.
    public var expression: _Core.Expression { .column(reference) }
}

extension Column where Value: RawRepresentable, Value.RawValue: ColumnValue {
    /// Returns a condition that is true if the field's value is one of these.
    public func isIn(_ values: [Value]) -> Condition { compared(.isIn, .array(values.map(\.rawValue.queryValue))) }
}

/// The type of a string field: `String` or `String?`.
public protocol TextColumnValue: ColumnValue {}
extension String: TextColumnValue {}
extension Optional: TextColumnValue where Wrapped == String {}

extension Column where Value: TextColumnValue {
    /// Returns a condition that is true if the field contains a string.
    public func contains(_ text: String, ignoringCase: Bool = false) -> Condition {
        compared(ignoringCase ? .containsIgnoringCase : .contains, .text(text))
    }

    /// Returns a condition that is true if the field begins with a string.
    public func hasPrefix(_ text: String, ignoringCase: Bool = false) -> Condition {
        compared(ignoringCase ? .startsWithIgnoringCase : .startsWith, .text(text))
    }

    /// Returns a condition that is true if the field ends with a string.
    public func hasSuffix(_ text: String, ignoringCase: Bool = false) -> Condition {
        compared(ignoringCase ? .endsWithIgnoringCase : .endsWith, .text(text))
    }

    /// Returns a condition that is true if the field equals a string, ignoring case.
    public func equals(ignoringCase text: String) -> Condition { compared(.equalIgnoringCase, .text(text)) }
}

// A comparison with nil is a comparison with null, which can only satisfy `==` and `!=`.

/// Returns a condition that is true if the field equals a value. `nil` represents null.
public func == <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.equal, value.queryValue)
}

/// Returns a condition that is true if the field doesn't equal a value. `nil` represents null.
public func != <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.notEqual, value.queryValue)
}

/// Returns a condition that is true if the field is less than a value.
public func < <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.less, value.queryValue)
}

/// Returns a condition that is true if the field is less than or equal to a value.
public func <= <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.lessOrEqual, value.queryValue)
}

/// Returns a condition that is true if the field is greater than a value.
public func > <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.greater, value.queryValue)
}

/// Returns a condition that is true if the field is greater than or equal to a value.
public func >= <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.greaterOrEqual, value.queryValue)
}

/// Returns a condition that is true if the field equals a case.
public func == <Value: RawRepresentable>(column: Column<Value>, value: Value) -> Condition
where Value.RawValue: ColumnValue {
    column.compared(.equal, value.rawValue.queryValue)
}

/// Returns a condition that is true if the field doesn't equal a case.
public func != <Value: RawRepresentable>(column: Column<Value>, value: Value) -> Condition
where Value.RawValue: ColumnValue {
    column.compared(.notEqual, value.rawValue.queryValue)
}

/// Returns a condition that is true if the field equals a case. `nil` represents null.
public func == <Value: RawRepresentable>(column: Column<Value?>, value: Value?) -> Condition
where Value.RawValue: ColumnValue {
    column.compared(.equal, value?.rawValue.queryValue ?? .null)
}

/// Returns a condition that is true if the field doesn't equal a case. `nil` represents null.
public func != <Value: RawRepresentable>(column: Column<Value?>, value: Value?) -> Condition
where Value.RawValue: ColumnValue {
    column.compared(.notEqual, value?.rawValue.queryValue ?? .null)
}

// Comparisons of two fields of a row.

/// Returns a condition that is true if two fields have the same value.
public func == <L: _Core.ComparedColumn, R: _Core.ComparedColumn>(left: L, right: R) -> Condition
where L.Value == R.Value { left.compared(.equal, right) }

/// Returns a condition that is true if two fields have different values.
public func != <L: _Core.ComparedColumn, R: _Core.ComparedColumn>(left: L, right: R) -> Condition
where L.Value == R.Value { left.compared(.notEqual, right) }

/// Returns a condition that is true if the first field is less than the second.
public func < <L: _Core.ComparedColumn, R: _Core.ComparedColumn>(left: L, right: R) -> Condition
where L.Value == R.Value { left.compared(.less, right) }

/// Returns a condition that is true if the first field is less than or equal to the second.
public func <= <L: _Core.ComparedColumn, R: _Core.ComparedColumn>(left: L, right: R) -> Condition
where L.Value == R.Value { left.compared(.lessOrEqual, right) }

/// Returns a condition that is true if the first field is greater than the second.
public func > <L: _Core.ComparedColumn, R: _Core.ComparedColumn>(left: L, right: R) -> Condition
where L.Value == R.Value { left.compared(.greater, right) }

/// Returns a condition that is true if the first field is greater than or equal to the second.
public func >= <L: _Core.ComparedColumn, R: _Core.ComparedColumn>(left: L, right: R) -> Condition
where L.Value == R.Value { left.compared(.greaterOrEqual, right) }
