/// What objects of a query set fulfil, as a tree that can be translated to a database's language.
public indirect enum Condition: Hashable, Sendable {
    /// A field's value compared with another one.
    case compare(_Core.ColumnReference, Comparison, QueryValue)
    /// The values of two fields compared: `$0.sold <= $0.stock`.
    case compareColumns(_Core.ColumnReference, Comparison, _Core.ColumnReference)
    /// At least one related object fulfils a condition of its own.
    case exists(_Core.RelatedRows)
    /// All of these; true without any.
    case all([Condition])
    /// One of these at least; false without any.
    case any([Condition])
    /// What this is not true of.
    case not(Condition)

    /// How a field's value is compared.
    public enum Comparison: String, Sendable {
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case equalIgnoringCase = "=, in any case,"
        case contains = "contains"
        case containsIgnoringCase = "contains, in any case,"
        case startsWith = "starts with"
        case startsWithIgnoringCase = "starts, in any case, with"
        case endsWith = "ends with"
        case endsWithIgnoringCase = "ends, in any case, with"
        /// Is one of an array.
        case isIn = "is in"
    }
}

extension Condition: CustomStringConvertible {
    /// The condition for people: `elevation >= 100.0 and status = 'active'`.
    public var description: String {
        switch self {
        case .compare(let column, let comparison, let value):
            "\(column.description) \(comparison.rawValue) \(value)"
        case .compareColumns(let left, let comparison, let right):
            "\(left.description) \(comparison.rawValue) \(right.description)"
        case .exists(let rows): "some \(rows.table) has (\(rows.condition))"
        case .all(let conditions): Self.joined(conditions, "and", none: "true")
        case .any(let conditions): Self.joined(conditions, "or", none: "false")
        case .not(let condition): "not (\(condition))"
        }
    }

    private static func joined(_ conditions: [Condition], _ word: String, none: String) -> String {
        if conditions.isEmpty { return none }
        if conditions.count == 1 { return conditions[0].description }
        return conditions.map(\.unwrapped).map { condition in
            switch condition {
            case .all(let inner) where !inner.isEmpty: "(\(condition))"
            case .any(let inner) where !inner.isEmpty: "(\(condition))"
            default: condition.description
            }
        }.joined(separator: " \(word) ")
    }

    /// The one condition that an array of one holds.
    private var unwrapped: Condition {
        switch self {
        case .all(let conditions) where conditions.count == 1: conditions[0].unwrapped
        case .any(let conditions) where conditions.count == 1: conditions[0].unwrapped
        default: self
        }
    }
}

extension Condition {
    /// What has to be true each for this to be true.
    var conjuncts: [Condition] { if case .all(let conditions) = self { conditions } else { [self] } }

    fileprivate var disjuncts: [Condition] { if case .any(let conditions) = self { conditions } else { [self] } }
}

/// Both conditions.
public func && (left: Condition, right: Condition) -> Condition { .all(left.conjuncts + right.conjuncts) }

/// One of the conditions, or both.
public func || (left: Condition, right: Condition) -> Condition { .any(left.disjuncts + right.disjuncts) }

/// What the condition is not true of.
public prefix func ! (condition: Condition) -> Condition { .not(condition) }
