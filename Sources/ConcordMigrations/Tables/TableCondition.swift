import ConcordNames

/// The condition of a constraint or an index, in SQL that both databases accept.
///
/// It has no parameters, and uses column names without their table, so that SQLite can replace the table with a new
/// one.
package indirect enum TableCondition: Hashable, Sendable {
    /// A comparison of a value of the row with another value.
    case compare(Operand, _Core.Comparison, ColumnLiteral)
    /// A comparison with one of several values.
    case isIn(Operand, [ColumnLiteral])
    /// A comparison of two values of the row.
    case compareOperands(Operand, _Core.Comparison, Operand)
    /// All conditions are satisfied. Without conditions, it is true.
    case all([TableCondition])
    /// At least one condition is satisfied. Without conditions, it is false.
    case any([TableCondition])
    /// The condition is not satisfied.
    case not(TableCondition)
    /// A condition that no constraint can express. Its text calls a function that no database has, so that the
    /// statement fails with an explanation.
    case unavailable(String)

    /// A value of the row.
    package indirect enum Operand: Hashable, Sendable {
        case column(String)
        case value(ColumnLiteral)
        /// An operation on two values, with the symbol of the operator.
        case arithmetic(Operand, String, Operand)
        /// A value that no constraint can compute.
        case unavailable(String)
    }
}

extension TableCondition {
    /// The condition as SQL.
    package var text: String {
        switch self {
        case .compare(let operand, let comparison, let value): comparison.text(operand.text, value)
        case .isIn(let operand, let values):
            values.isEmpty ? "FALSE" : "\(operand.text) IN (\(values.map(\.text).joined(separator: ", ")))"
        case .compareOperands(let left, let comparison, let right):
            "\(left.text) \(comparison.symbol) \(right.text)"
        case .all(let conditions): Self.joined(conditions, "AND", none: "TRUE")
        case .any(let conditions): Self.joined(conditions, "OR", none: "FALSE")
        case .not(let condition): "NOT (\(condition.text))"
        case .unavailable(let name): "\(name)()"
        }
    }

    private static func joined(_ conditions: [TableCondition], _ word: String, none: String) -> String {
        if conditions.isEmpty { return none }
        if conditions.count == 1 { return conditions[0].text }
        return conditions.map { "(\($0.text))" }.joined(separator: " \(word) ")
    }
}

extension TableCondition.Operand {
    fileprivate var text: String {
        switch self {
        case .column(let name): Dialect.quoted(name)
        case .value(let value): value.text
        case .arithmetic(let left, let symbol, let right): "(\(left.text) \(symbol) \(right.text))"
        case .unavailable(let name): "\(name)()"
        }
    }
}

extension ColumnLiteral {
    /// The value as a literal of both databases.
    fileprivate var text: String { Dialect.sqlite.literal(self) }
}

extension _Core.Comparison {
    fileprivate var symbol: String { self == .notEqual ? "<>" : rawValue }

    /// Returns the comparison of a value in the row with another value. Patterns use functions that both databases
    /// have.
    fileprivate func text(_ operand: String, _ value: ColumnLiteral) -> String {
        switch (self, value) {
        case (.equal, .null): return "\(operand) IS NULL"
        case (.notEqual, .null): return "\(operand) IS NOT NULL"
        case (.equalIgnoringCase, .text(let text)):
            return "lower(\(operand)) = \(ColumnLiteral.text(text.lowercased()).text)"
        case (.containsIgnoringCase, .text(let text)):
            return Self.contains.text("lower(\(operand))", .text(text.lowercased()))
        case (.startsWithIgnoringCase, .text(let text)):
            return Self.startsWith.text("lower(\(operand))", .text(text.lowercased()))
        case (.endsWithIgnoringCase, .text(let text)):
            return Self.endsWith.text("lower(\(operand))", .text(text.lowercased()))
        case (.contains, .text): return "replace(\(operand), \(value.text), '') <> \(operand)"
        case (.startsWith, .text(let text)):
            return "substr(\(operand), 1, \(text.unicodeScalars.count)) = \(value.text)"
        case (.endsWith, .text(let text)):
            let length = text.unicodeScalars.count
            return "length(\(operand)) >= \(length) AND"
                + " substr(\(operand), length(\(operand)) - \(length - 1)) = \(value.text)"
        default: return "\(operand) \(symbol) \(value.text)"
        }
    }
}
