import ConcordNames

/// The bounds of a column's values: those in the field's schema that a database can check.
package struct ColumnBounds: Hashable, Sendable {
    /// The inclusive minimum.
    package var minimum: BoundNumber?
    /// The exclusive minimum.
    package var exclusiveMinimum: BoundNumber?
    /// The inclusive maximum.
    package var maximum: BoundNumber?
    /// The exclusive maximum.
    package var exclusiveMaximum: BoundNumber?
    /// The minimum number of characters.
    package var minLength: Int?
    /// The maximum number of characters.
    package var maxLength: Int?
    /// The allowed values. An empty array allows all values.
    package var values: [ColumnLiteral] = []

    /// Creates bounds that allow all values.
    package init() {}

    /// Whether all values are allowed.
    package var isEmpty: Bool { self == ColumnBounds() }
}

extension ColumnBounds {
    /// Returns the condition that a column's values satisfy, or `nil` for bounds that allow all values.
    package func text(of column: String, _ type: _Core.ColumnType, _ dialect: Dialect) -> String? {
        let column = Dialect.quoted(column)
        func number(_ number: BoundNumber) -> String {
            // A decimal of SQLite is text, which the column's collation compares by its value.
            type == .decimal && dialect == .sqlite ? "'\(number.text)'" : number.text
        }
        var parts: [String] = []
        if let minimum { parts.append("\(column) >= \(number(minimum))") }
        if let exclusiveMinimum { parts.append("\(column) > \(number(exclusiveMinimum))") }
        if let maximum { parts.append("\(column) <= \(number(maximum))") }
        if let exclusiveMaximum { parts.append("\(column) < \(number(exclusiveMaximum))") }
        if let minLength, minLength > 0 { parts.append("length(\(column)) >= \(minLength)") }
        if let maxLength { parts.append("length(\(column)) <= \(maxLength)") }
        if !values.isEmpty {
            parts.append("\(column) IN (\(values.map { dialect.literal($0, for: type) }.joined(separator: ", ")))")
        }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    /// The traits with the bounds, as they appear in a migration and, without the allowed values, in a model.
    package var traits: [String] {
        let numbers = [
            ("minimum", minimum), ("exclusiveMinimum", exclusiveMinimum), ("maximum", maximum),
            ("exclusiveMaximum", exclusiveMaximum),
        ]
        var traits = numbers.compactMap { name, number in number.map { ".\(name)(\($0.text))" } }
        for (name, length) in [("minLength", minLength), ("maxLength", maxLength)] {
            if let length { traits.append(".\(name)(\(length))") }
        }
        if !values.isEmpty { traits.append(".values([\(values.map(\.source).joined(separator: ", "))])") }
        return traits
    }
}
