import ConcordCore

/// Reads columns of a generic type: a column type or an enum with raw values.
enum ColumnReading<Value: Sendable> {
    /// Reads a column. A value that is stored as JSON is decoded like the field of the model.
    static func read<M: Model>(
        _ row: any _Core.Row, at index: Int, _ expression: _Core.Expression, of model: M.Type
    ) throws -> Value {
        if expression.type == .json, !(Value.self is any ColumnValue.Type), case .column(let reference) = expression,
            let field = M.fields.first(where: { $0.reference == reference })
        {
            let json = row.isNull(at: index) ? JSON.null : try row.json(at: index)
            if json == .null, let null = (Value.self as? any OptionalType.Type)?.null as? Value { return null }
            if let value = field.fieldValue(ofStored: json)?.value as? Value { return value }
        }
        guard let value = try value(row, at: index) as? Value else {
            throw _Core.UnreadableColumn(index, expected: "a value of '\(Value.self)'", found: "a different value")
        }
        return value
    }

    private static func value(_ row: any _Core.Row, at index: Int) throws -> Any {
        if let type = Value.self as? any ColumnValue.Type { return try type.init(row, at: index) }
        if let type = Value.self as? any OptionalType.Type {
            return row.isNull(at: index) ? type.null : try type.wrapped(row, at: index)
        }
        return try enumValue(Value.self, row, at: index)
    }
}

private func enumValue(_ type: any Any.Type, _ row: any _Core.Row, at index: Int) throws -> Any {
    guard let type = type as? any RawRepresentable.Type, let value = try type.value(row, at: index) else {
        throw _Core.UnreadableColumn(index, expected: "a value of '\(type)'", found: "a different value")
    }
    return value
}

extension RawRepresentable {
    fileprivate static func value(_ row: any _Core.Row, at index: Int) throws -> Self? {
        guard let type = RawValue.self as? any ColumnValue.Type else { return nil }
        return (try type.init(row, at: index) as? RawValue).flatMap { Self(rawValue: $0) }
    }
}

/// An optional of any type.
private protocol OptionalType {
    static var null: Any { get }
    static func wrapped(_ row: any _Core.Row, at index: Int) throws -> Any
}

extension Optional: OptionalType {
    fileprivate static var null: Any { Self.none as Any }

    fileprivate static func wrapped(_ row: any _Core.Row, at index: Int) throws -> Any {
        try enumValue(Wrapped.self, row, at: index)
    }
}
