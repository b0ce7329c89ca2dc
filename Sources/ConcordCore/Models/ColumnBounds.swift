extension _Core {
    /// The bounds of a column's values that the field's schema states and a database can check.
    package struct ColumnBounds: Hashable, Sendable {
        /// The inclusive minimum.
        package var minimum: Number?
        /// The exclusive minimum.
        package var exclusiveMinimum: Number?
        /// The inclusive maximum.
        package var maximum: Number?
        /// The exclusive maximum.
        package var exclusiveMaximum: Number?
        /// The minimum number of characters.
        package var minLength: Int?
        /// The maximum number of characters.
        package var maxLength: Int?
        /// The allowed values. If it is empty, all values are allowed.
        package var values: [QueryValue] = []

        /// Creates bounds that allow all values.
        package init() {}

        /// Whether all values are allowed.
        package var isEmpty: Bool { self == ColumnBounds() }
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
