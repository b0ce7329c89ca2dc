extension _Core {
    /// A field inside of a condition, whatever else it can do.
    public protocol ComparedColumn<Value>: Sendable {
        /// The type of the field.
        associatedtype Value: Sendable
        /// The column.
        var reference: ColumnReference { get }
    }
}

extension _Core.ComparedColumn {
    fileprivate func compared(_ comparison: Condition.Comparison, _ value: QueryValue) -> Condition {
        .compare(reference, comparison, value)
    }

    fileprivate func compared(_ comparison: Condition.Comparison, _ other: Self) -> Condition {
        .compareColumns(reference, comparison, other.reference)
    }
}

extension _Core.ComparedColumn where Value: ColumnValue {
    /// Whether the field's value is one of these.
    public func isIn(_ values: [Value]) -> Condition { compared(.isIn, .array(values.map(\.queryValue))) }
}

/// A field of a model inside of a condition: `$0.elevation` in `stations.filter { $0.elevation >= 100 }`.
public struct Column<Value: Sendable>: _Core.ComparedColumn {
    /// The column.
    public let reference: _Core.ColumnReference
}

extension Column where Value: RawRepresentable, Value.RawValue: ColumnValue {
    /// Whether the field's value is one of these.
    public func isIn(_ values: [Value]) -> Condition { compared(.isIn, .array(values.map(\.rawValue.queryValue))) }
}

/// The text of a field: `String` or `String?`.
public protocol TextColumnValue: ColumnValue {}
extension String: TextColumnValue {}
extension Optional: TextColumnValue where Wrapped == String {}

extension Column where Value: TextColumnValue {
    /// Whether the field's text has this text in it.
    public func contains(_ text: String, ignoringCase: Bool = false) -> Condition {
        compared(ignoringCase ? .containsIgnoringCase : .contains, .text(text))
    }

    /// Whether the field's text starts with this text.
    public func hasPrefix(_ text: String, ignoringCase: Bool = false) -> Condition {
        compared(ignoringCase ? .startsWithIgnoringCase : .startsWith, .text(text))
    }

    /// Whether the field's text ends with this text.
    public func hasSuffix(_ text: String, ignoringCase: Bool = false) -> Condition {
        compared(ignoringCase ? .endsWithIgnoringCase : .endsWith, .text(text))
    }

    /// Whether the field's text is this text, in upper or lower case.
    public func equals(ignoringCase text: String) -> Condition { compared(.equalIgnoringCase, .text(text)) }
}

// A comparison with nil is one with null, which only `==` and `!=` are true of.

/// Whether the field's value is this one; for nil, whether there is none.
public func == <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.equal, value.queryValue)
}

/// Whether the field's value is another one; for nil, whether there is one.
public func != <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.notEqual, value.queryValue)
}

/// Whether the field's value is less than this one.
public func < <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.less, value.queryValue)
}

/// Whether the field's value is this one or less.
public func <= <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.lessOrEqual, value.queryValue)
}

/// Whether the field's value is greater than this one.
public func > <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.greater, value.queryValue)
}

/// Whether the field's value is this one or greater.
public func >= <C: _Core.ComparedColumn>(column: C, value: C.Value.Compared) -> Condition where C.Value: ColumnValue {
    column.compared(.greaterOrEqual, value.queryValue)
}

/// Whether the field's value is this case.
public func == <Value: RawRepresentable>(column: Column<Value>, value: Value) -> Condition
where Value.RawValue: ColumnValue {
    column.compared(.equal, value.rawValue.queryValue)
}

/// Whether the field's value is another case.
public func != <Value: RawRepresentable>(column: Column<Value>, value: Value) -> Condition
where Value.RawValue: ColumnValue {
    column.compared(.notEqual, value.rawValue.queryValue)
}

/// Whether the field's value is this case; for nil, whether there is none.
public func == <Value: RawRepresentable>(column: Column<Value?>, value: Value?) -> Condition
where Value.RawValue: ColumnValue {
    column.compared(.equal, value?.rawValue.queryValue ?? .null)
}

/// Whether the field's value is another case; for nil, whether there is one.
public func != <Value: RawRepresentable>(column: Column<Value?>, value: Value?) -> Condition
where Value.RawValue: ColumnValue {
    column.compared(.notEqual, value?.rawValue.queryValue ?? .null)
}

// Two fields of one row.

/// Whether two fields have the same value.
public func == <C: _Core.ComparedColumn>(left: C, right: C) -> Condition { left.compared(.equal, right) }

/// Whether two fields have different values.
public func != <C: _Core.ComparedColumn>(left: C, right: C) -> Condition { left.compared(.notEqual, right) }

/// Whether the value of the first field is less than that of the second.
public func < <C: _Core.ComparedColumn>(left: C, right: C) -> Condition { left.compared(.less, right) }

/// Whether the value of the first field is that of the second or less.
public func <= <C: _Core.ComparedColumn>(left: C, right: C) -> Condition { left.compared(.lessOrEqual, right) }

/// Whether the value of the first field is greater than that of the second.
public func > <C: _Core.ComparedColumn>(left: C, right: C) -> Condition { left.compared(.greater, right) }

/// Whether the value of the first field is that of the second or greater.
public func >= <C: _Core.ComparedColumn>(left: C, right: C) -> Condition { left.compared(.greaterOrEqual, right) }
