extension _Core {
    /// The bounds of a column's values: those in the field's schema that a database can check.
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
        /// The allowed values. An empty array allows all values.
        package var values: [QueryValue] = []

        /// Creates bounds that allow all values.
        package init() {}

        /// Whether all values are allowed.
        package var isEmpty: Bool { self == ColumnBounds() }
    }
}

extension _Core.ColumnBounds {
    /// Creates the bounds for a column of a type, from those rules of its field that a database can check.
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
