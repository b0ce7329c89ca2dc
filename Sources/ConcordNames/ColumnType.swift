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
