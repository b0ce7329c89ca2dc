/// A condition on the objects of a query set, as a tree that is translated to SQL.
public indirect enum Condition: Hashable, Sendable {
    /// A comparison of a field's value with another value.
    case compare(_Core.Expression, Comparison, QueryValue)
    /// A comparison of two fields: `$0.sold <= $0.stock`.
    case compareColumns(_Core.Expression, Comparison, _Core.Expression)
    /// A field's value is one of the values of a field in another query.
    case isIn(_Core.Expression, _Core.Expression, of: _Core.Selection)
    /// Another query finds an object.
    case existsRow(_Core.Selection)
    /// At least one related object satisfies a condition.
    case existsRelated(_Core.RelatedRows)
    /// All conditions are satisfied. Without conditions, it is true.
    case all([Condition])
    /// At least one condition is satisfied. Without conditions, it is false.
    case any([Condition])
    /// The condition is not satisfied.
    case not(Condition)

    /// A comparison of a field's value.
    public typealias Comparison = _Core.Comparison
}

extension Condition: CustomStringConvertible {
    /// The condition in a readable form: `elevation >= 100.0 and status = 'active'`.
    public var description: String {
        switch self {
        case .compare(let column, let comparison, let value):
            "\(column.description) \(comparison.rawValue) \(value)"
        case .compareColumns(let left, let comparison, let right):
            "\(left.description) \(comparison.rawValue) \(right.description)"
        case .isIn(let column, let other, let selection):
            "\(column.description) is in (\(other.description) of \(selection.description))"
        case .existsRow(let selection): "some (\(selection.description))"
        case .existsRelated(let rows): "some \(rows.table) has (\(rows.condition))"
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

    /// The condition, unwrapped if it is a conjunction or disjunction of a single condition.
    private var unwrapped: Condition {
        switch self {
        case .all(let conditions) where conditions.count == 1: conditions[0].unwrapped
        case .any(let conditions) where conditions.count == 1: conditions[0].unwrapped
        default: self
        }
    }
}

extension Condition {
    /// The conditions that must all be satisfied.
    var conjuncts: [Condition] { if case .all(let conditions) = self { conditions } else { [self] } }

    fileprivate var disjuncts: [Condition] { if case .any(let conditions) = self { conditions } else { [self] } }
}

/// Returns a condition that is true if both conditions are true.
public func && (left: Condition, right: Condition) -> Condition { .all(left.conjuncts + right.conjuncts) }

/// Returns a condition that is true if at least one of the conditions is true.
public func || (left: Condition, right: Condition) -> Condition { .any(left.disjuncts + right.disjuncts) }

/// Returns a condition that is true if the condition is false.
public prefix func ! (condition: Condition) -> Condition { .not(condition) }
