import ConcordCore

// Conditions in table definitions, in SQL that both databases accept. They have no parameters, and name columns without
// their table, so that SQLite can replace the old table with a new one.

extension Condition {
    /// The condition of a constraint, or of an index.
    ///
    /// A constraint can't use other tables or parts of dates. The text then calls a function that doesn't exist, so
    /// that the
    /// statement fails and its error says why.
    var constraintText: String {
        switch self {
        case .compare(let column, let comparison, let value): comparison.text(column.constraintText, value)
        case .compareColumns(let left, let comparison, let right):
            "\(left.constraintText) \(comparison.symbol) \(right.constraintText)"
        case .all(let conditions): Self.joined(conditions, "AND", none: "TRUE")
        case .any(let conditions): Self.joined(conditions, "OR", none: "FALSE")
        case .not(let condition): "NOT (\(condition.constraintText))"
        case .existsRelated, .existsRow, .isIn: "constraint_on_another_table()"
        }
    }

    private static func joined(_ conditions: [Condition], _ word: String, none: String) -> String {
        if conditions.isEmpty { return none }
        if conditions.count == 1 { return conditions[0].constraintText }
        return conditions.map { "(\($0.constraintText))" }.joined(separator: " \(word) ")
    }

    /// The names of the columns, without duplicates.
    var columns: [String] {
        let all: [String] =
            switch self {
            case .compare(let column, _, _): column.columns
            case .compareColumns(let left, _, let right): left.columns + right.columns
            case .all(let conditions), .any(let conditions): conditions.flatMap(\.columns)
            case .not(let condition): condition.columns
            case .existsRelated, .existsRow, .isIn: []
            }
        return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension _Core.Expression {
    fileprivate var constraintText: String {
        switch self {
        case .column(let reference):
            reference.path.isEmpty ? Dialect.quoted(reference.column) : "constraint_on_another_table()"
        case .value(let value): value.constraintText
        case .arithmetic(let left, let operation, let right):
            "(\(left.constraintText) \(operation.rawValue) \(right.constraintText))"
        case .datePart: "constraint_on_a_part_of_a_date()"
        case .outer: "constraint_on_another_table()"
        }
    }

    fileprivate var columns: [String] {
        switch self {
        case .column(let reference): [reference.column]
        case .arithmetic(let left, _, let right): left.columns + right.columns
        case .datePart(_, let inner), .outer(let inner): inner.columns
        case .value: []
        }
    }
}

extension Condition.Comparison {
    fileprivate var symbol: String { self == .notEqual ? "<>" : rawValue }

    /// Returns the comparison of a column with a value. Patterns use functions that both databases have.
    fileprivate func text(_ column: String, _ value: QueryValue) -> String {
        switch (self, value) {
        case (.equal, .null): return "\(column) IS NULL"
        case (.notEqual, .null): return "\(column) IS NOT NULL"
        case (.isIn, .array(let values)):
            return values.isEmpty
                ? "FALSE" : "\(column) IN (\(values.map(\.constraintText).joined(separator: ", ")))"
        case (.equalIgnoringCase, .text(let text)):
            return "lower(\(column)) = \(QueryValue.text(text.lowercased()).constraintText)"
        case (.containsIgnoringCase, .text(let text)):
            return Self.contains.text("lower(\(column))", .text(text.lowercased()))
        case (.startsWithIgnoringCase, .text(let text)):
            return Self.startsWith.text("lower(\(column))", .text(text.lowercased()))
        case (.endsWithIgnoringCase, .text(let text)):
            return Self.endsWith.text("lower(\(column))", .text(text.lowercased()))
        case (.contains, .text): return "replace(\(column), \(value.constraintText), '') <> \(column)"
        case (.startsWith, .text(let text)):
            return "substr(\(column), 1, \(text.unicodeScalars.count)) = \(value.constraintText)"
        case (.endsWith, .text(let text)):
            let length = text.unicodeScalars.count
            return "length(\(column)) >= \(length) AND"
                + " substr(\(column), length(\(column)) - \(length - 1)) = \(value.constraintText)"
        default: return "\(column) \(symbol) \(value.constraintText)"
        }
    }
}

extension QueryValue {
    /// The value as a literal for both databases.
    fileprivate var constraintText: String { Dialect.sqlite.literal(self) }
}

extension _Core.ColumnBounds {
    /// Returns the condition on the values of a column, or `nil` for a column that accepts all values.
    func text(of column: String, _ type: _Core.ColumnType, _ dialect: Dialect) -> String? {
        let column = Dialect.quoted(column)
        func number(_ number: Number) -> String {
            // SQLite stores a decimal as text, and the collation of the column compares its value.
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
            parts.append("\(column) IN (\(values.map { dialect.literal($0) }.joined(separator: ", ")))")
        }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }
}
