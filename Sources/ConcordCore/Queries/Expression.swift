extension _Core {
    /// A value that a query computes for each row: the value of a column, or an operation on such values.
    public indirect enum Expression: Hashable, Sendable {
        case column(ColumnReference)
        case value(QueryValue)
        case arithmetic(Expression, ArithmeticOperator, Expression)
        case datePart(DatePart, Expression)
        /// An expression of the enclosing query.
        case outer(Expression)
    }

    /// An operation on two numbers.
    public enum ArithmeticOperator: String, Sendable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
    }

    /// A part of a date or a timestamp.
    public enum DatePart: String, Sendable {
        case year, month, day, weekday, hour, minute, second, date
    }
}

extension _Core.Expression {
    /// The type of the values.
    package var type: _Core.ColumnType {
        switch self {
        case .column(let reference): reference.type
        case .value: .text
        case .arithmetic(.value, _, let right): right.type
        case .arithmetic(let left, _, _): left.type
        case .datePart(.date, _): .date
        case .datePart: .integer(bits: 64)
        case .outer(let expression): expression.type
        }
    }

    /// Whether the value may be null.
    package var mayBeNull: Bool {
        switch self {
        case .column(let reference): reference.mayBeNull
        case .value(let value): value == .null
        // A division by zero has no result.
        case .arithmetic(let left, let operation, let right):
            operation == .divide || left.mayBeNull || right.mayBeNull
        case .datePart(_, let expression), .outer(let expression): expression.mayBeNull
        }
    }
}

extension _Core.Expression: CustomStringConvertible {
    /// The expression in a readable form: `(stock - reserved)`, `created.year`.
    public var description: String {
        switch self {
        case .column(let reference): reference.description
        case .value(let value): value.description
        case .arithmetic(let left, let operation, let right): "(\(left) \(operation.rawValue) \(right))"
        case .datePart(let part, let expression): "\(expression).\(part.rawValue)"
        case .outer(let expression): "outer \(expression)"
        }
    }
}

extension _Core.ColumnReference {
    /// Whether the column can be null in a result, because its value or a key on the path to it is null.
    package var mayBeNull: Bool { isNullable || path.contains { $0.isNullable } }
}

/// A value that the database computes from fields: `$0.stock - $0.reserved`, `$0.created.year`.
public struct QueryExpression<Value: Sendable>: _Core.ScalarColumn {
    /// The expression.
    public let expression: _Core.Expression
}

/// A field of the enclosing query, for use in a subquery.
///
///     Station.objects.filter { station in
///         .exists(Visit.objects.filter { $0.visitor == OuterRef(station.name) })
///     }
public struct OuterRef<Value: Sendable>: _Core.ComparedColumn {
    /// The expression.
    public let expression: _Core.Expression

    /// Creates a reference to a field of the enclosing query.
    public init(_ column: some _Core.ComparedColumn<Value>) { expression = .outer(column.expression) }
}
