extension _Core {
    /// The type of a column, which each database dialect maps to a type of its own.
    public indirect enum ColumnType: Hashable, Sendable {
        case boolean
        /// A signed integer with 16, 32, or 64 bits.
        case integer(bits: Int)
        /// An integer from 0 to 2⁶⁴ − 1.
        case unsigned
        case double
        case decimal
        case text
        case bytes
        case uuid
        /// A timestamp in UTC with microsecond precision.
        case timestamp
        case date
        /// A time of day with its offset from UTC.
        case time
        /// A duration with microsecond precision.
        case interval
        case json
        /// An array, which is stored as a JSON array.
        case array(ColumnType)
    }
}

extension _Core.ColumnType {
    /// Creates the type of the column for values of a Swift type. Types without a column type of their own are stored
    /// as JSON.
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
