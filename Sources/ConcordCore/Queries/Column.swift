/// A field of a model inside of a condition: `$0.elevation` in `stations.filter { $0.elevation >= 100 }`.
public struct Column<M: Model, Value: Sendable>: Sendable {
    let keyPath: KeyPath<M, Value> & Sendable
}

/// The fields of a model, by their names, inside of a condition: the `$0` of `stations.filter { … }`.
@dynamicMemberLookup
public struct Columns<M: Model>: Sendable {
    /// The field of this name.
    public subscript<Value: Sendable>(dynamicMember keyPath: KeyPath<M, Value> & Sendable) -> Column<M, Value> {
        Column(keyPath: keyPath)
    }
}

extension Column {
    fileprivate func compared(_ comparison: Condition<M>.Comparison, _ value: QueryValue) -> Condition<M> {
        .compare(keyPath, comparison, value)
    }
}

extension Column where Value: ColumnValue {
    /// Whether the field's value is one of these.
    public func isIn(_ values: [Value]) -> Condition<M> { compared(.isIn, .list(values.map(\.queryValue))) }
}

extension Column where Value: RawRepresentable, Value.RawValue: ColumnValue {
    /// Whether the field's value is one of these.
    public func isIn(_ values: [Value]) -> Condition<M> { compared(.isIn, .list(values.map(\.rawValue.queryValue))) }
}

/// The text of a field: `String` or `String?`.
public protocol TextColumnValue: ColumnValue {}
extension String: TextColumnValue {}
extension Optional: TextColumnValue where Wrapped == String {}

extension Column where Value: TextColumnValue {
    /// Whether the field's text has this text in it.
    public func contains(_ text: String, ignoringCase: Bool = false) -> Condition<M> {
        compared(ignoringCase ? .containsIgnoringCase : .contains, .text(text))
    }

    /// Whether the field's text starts with this text.
    public func startsWith(_ text: String) -> Condition<M> { compared(.startsWith, .text(text)) }
}

// A comparison with nil is one with null, which only `==` and `!=` are true of.

/// Whether the field's value is this one; for nil, whether there is none.
public func == <M, Value: ColumnValue>(column: Column<M, Value>, value: Value.Compared) -> Condition<M> {
    column.compared(.equal, value.queryValue)
}

/// Whether the field's value is another one; for nil, whether there is one.
public func != <M, Value: ColumnValue>(column: Column<M, Value>, value: Value.Compared) -> Condition<M> {
    column.compared(.notEqual, value.queryValue)
}

/// Whether the field's value is less than this one.
public func < <M, Value: ColumnValue>(column: Column<M, Value>, value: Value.Compared) -> Condition<M> {
    column.compared(.less, value.queryValue)
}

/// Whether the field's value is this one or less.
public func <= <M, Value: ColumnValue>(column: Column<M, Value>, value: Value.Compared) -> Condition<M> {
    column.compared(.lessOrEqual, value.queryValue)
}

/// Whether the field's value is greater than this one.
public func > <M, Value: ColumnValue>(column: Column<M, Value>, value: Value.Compared) -> Condition<M> {
    column.compared(.greater, value.queryValue)
}

/// Whether the field's value is this one or greater.
public func >= <M, Value: ColumnValue>(column: Column<M, Value>, value: Value.Compared) -> Condition<M> {
    column.compared(.greaterOrEqual, value.queryValue)
}

/// Whether the field's value is this case.
public func == <M, Value: RawRepresentable>(column: Column<M, Value>, value: Value) -> Condition<M>
where Value.RawValue: ColumnValue {
    column.compared(.equal, value.rawValue.queryValue)
}

/// Whether the field's value is another case.
public func != <M, Value: RawRepresentable>(column: Column<M, Value>, value: Value) -> Condition<M>
where Value.RawValue: ColumnValue {
    column.compared(.notEqual, value.rawValue.queryValue)
}

/// Whether the field's value is this case; for nil, whether there is none.
public func == <M, Value: RawRepresentable>(column: Column<M, Value?>, value: Value?) -> Condition<M>
where Value.RawValue: ColumnValue {
    column.compared(.equal, value?.rawValue.queryValue ?? .null)
}

/// Whether the field's value is another case; for nil, whether there is one.
public func != <M, Value: RawRepresentable>(column: Column<M, Value?>, value: Value?) -> Condition<M>
where Value.RawValue: ColumnValue {
    column.compared(.notEqual, value?.rawValue.queryValue ?? .null)
}
