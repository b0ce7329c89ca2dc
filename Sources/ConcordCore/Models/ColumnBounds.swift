extension _Core {
    /// The bounds of a column's values that the field's schema states and a database can check.
    public struct ColumnBounds: Hashable, Sendable {
        /// The inclusive minimum.
        public var minimum: Number?
        /// The exclusive minimum.
        public var exclusiveMinimum: Number?
        /// The inclusive maximum.
        public var maximum: Number?
        /// The exclusive maximum.
        public var exclusiveMaximum: Number?
        /// The minimum number of characters.
        public var minLength: Int?
        /// The maximum number of characters.
        public var maxLength: Int?
        /// The allowed values. If it is empty, all values are allowed.
        public var values: [QueryValue] = []

        /// Creates bounds that allow all values.
        public init() {}

        /// Whether all values are allowed.
        public var isEmpty: Bool { self == ColumnBounds() }
    }
}

extension _Core.ColumnBounds {
    /// Creates the bounds of a field's rules that a database can check for a column of a type.
    init(_ rules: _Core.Rules?, cases: [QueryValue], of type: _Core.ColumnType) {
        switch type {
        case .integer, .double, .decimal:
            if let bound = rules?.minimum {
                if bound.isExclusive { exclusiveMinimum = bound.number } else { minimum = bound.number }
            }
            if let bound = rules?.maximum {
                if bound.isExclusive { exclusiveMaximum = bound.number } else { maximum = bound.number }
            }
            values = cases
        case .text:
            minLength = rules?.minLength
            maxLength = rules?.maxLength
            values = cases
        default: break
        }
    }
}
