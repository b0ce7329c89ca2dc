extension _Core {
    /// The type of a column, from which a database's dialect chooses its own.
    public indirect enum ColumnType: Hashable, Sendable {
        case boolean
        /// A signed integer of 16, 32 or 64 bits.
        case integer(bits: Int)
        /// An integer from 0 to 2⁶⁴ − 1.
        case unsigned
        case double
        case decimal
        case text
        case bytes
        case uuid
        /// A moment, to the microsecond, in UTC.
        case timestamp
        case date
        /// A time of day with its offset from UTC.
        case time
        /// A length of time, to the microsecond.
        case interval
        case json
        /// An array, which is stored as a JSON array.
        case array(ColumnType)
    }
}

extension _Core.ColumnType {
    /// The type of the column that holds values of a Swift type: JSON for a type that has no column of its own.
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
