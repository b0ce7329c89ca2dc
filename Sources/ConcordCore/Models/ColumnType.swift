extension _Core.ColumnType {
    /// Creates the column type for values of a Swift type. Types without a corresponding column type are stored as
    /// JSON.
    init(of type: any Any.Type) {
        if let type = type as? any ColumnValue.Type {
            self = type.columnType
        } else if let type = type as? any RawRepresentable.Type {
            self = Self.ofRawValue(type)
        } else {
            self = .json
        }
    }

    private static func ofRawValue<Value: RawRepresentable>(_ type: Value.Type) -> Self {
        Self(of: Value.RawValue.self)
    }
}
