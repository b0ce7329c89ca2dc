import ConcordCore

extension Condition {
    /// The condition of a constraint or an index. A constraint can't use other tables or parts of dates.
    var tableCondition: TableCondition {
        switch self {
        case .compare(let column, .isIn, .array(let values)):
            .isIn(column.operand, values.map { ColumnLiteral($0) })
        case .compare(let column, let comparison, let value):
            .compare(column.operand, comparison, ColumnLiteral(value))
        case .compareColumns(let left, let comparison, let right):
            .compareOperands(left.operand, comparison, right.operand)
        case .all(let conditions): .all(conditions.map(\.tableCondition))
        case .any(let conditions): .any(conditions.map(\.tableCondition))
        case .not(let condition): .not(condition.tableCondition)
        case .existsRelated, .existsRow, .isIn: .unavailable("constraint_on_another_table")
        }
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
    fileprivate var operand: TableCondition.Operand {
        switch self {
        case .column(let reference):
            reference.path.isEmpty ? .column(reference.column) : .unavailable("constraint_on_another_table")
        case .value(let value): .value(ColumnLiteral(value))
        case .arithmetic(let left, let operation, let right):
            .arithmetic(left.operand, operation.rawValue, right.operand)
        case .datePart: .unavailable("constraint_on_a_part_of_a_date")
        case .outer: .unavailable("constraint_on_another_table")
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
