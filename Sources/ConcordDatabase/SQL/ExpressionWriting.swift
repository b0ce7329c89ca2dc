import ConcordCore

extension SQLWriter {
    /// Returns the SQL of an expression in a query.
    mutating func expression(_ expression: _Core.Expression, _ scope: inout SQLScope) -> String {
        switch expression {
        case .column(let reference): return scope.column(reference, &self)
        case .value(let value): return bind(value)
        case .arithmetic(let left, let operation, let right):
            let texts = (self.expression(left, &scope), self.expression(right, &scope))
            return dialect.arithmetic(texts.0, operation, texts.1, expression.type)
        case .datePart(let part, let inner):
            return dialect.part(part, of: self.expression(inner, &scope), inner.type)
        case .outer(let inner):
            guard var outer = outerScopes.popLast() else { return self.expression(inner, &scope) }
            defer { outerScopes.append(outer) }
            return self.expression(inner, &outer)
        }
    }

    /// Returns the SELECT of a subquery, without parentheses, for a column or for a constant.
    mutating func subquery(
        _ selection: _Core.Selection, of column: _Core.Expression?, _ scope: inout SQLScope
    ) -> String {
        var inner = SQLScope(selection.table, alias: alias())
        outerScopes.append(scope)
        let selected = column.map { expression($0, &inner) } ?? "1"
        let condition = Condition.all(selection.conditions)
        let filter = selection.conditions.isEmpty ? "" : " WHERE \(self.condition(condition, &inner))"
        let order = selection.ordering.map { term in
            dialect.order(
                inner.column(term.reference, &self), isDescending: term.isDescending,
                isNullable: term.reference.mayBeNull)
        }
        var text = "SELECT \(selected)\(column?.mayBeNull == true ? " AS \"value\"" : "") FROM \(inner.from)\(filter)"
        if !order.isEmpty { text += " ORDER BY \(order.joined(separator: ", "))" }
        text += slice(limit: selection.limit, offset: selection.offset)
        if let outer = outerScopes.popLast() { scope = outer }
        guard column?.mayBeNull == true else { return text }
        // With null among the values, IN would be unknown instead of false.
        return "SELECT \"value\" FROM (\(text)) AS \(Dialect.quoted(alias())) WHERE \"value\" IS NOT NULL"
    }

    /// Returns LIMIT and OFFSET. SQLite doesn't allow OFFSET without LIMIT, so the largest number replaces a missing
    /// limit.
    mutating func slice(limit: Int?, offset: Int) -> String {
        guard limit != nil || offset > 0 else { return "" }
        let text = " LIMIT \(bind(.integer(Int64(limit ?? .max))))"
        return offset > 0 ? text + " OFFSET \(bind(.integer(Int64(offset))))" : text
    }
}

extension Dialect {
    fileprivate func arithmetic(
        _ left: String, _ operation: _Core.ArithmeticOperator, _ right: String, _ type: _Core.ColumnType
    ) -> String {
        if self == .sqlite, type == .decimal {
            return "(concord_decimal('\(operation.rawValue)', \(left), \(right)) COLLATE concord_decimal)"
        }
        let divisor = operation == .divide ? "NULLIF(\(right), 0)" : right
        // PostgreSQL computes in the type of the columns, which may be too small for the result.
        guard self == .postgreSQL, case .integer = type else { return "(\(left) \(operation.rawValue) \(divisor))" }
        return "(CAST(\(left) AS bigint) \(operation.rawValue) \(divisor))"
    }

    fileprivate func part(_ part: _Core.DatePart, of text: String, _ type: _Core.ColumnType) -> String {
        switch self {
        case .sqlite: sqlitePart(part, of: text)
        case .postgreSQL: postgreSQLPart(part, of: type == .timestamp ? "\(text) AT TIME ZONE 'UTC'" : text)
        }
    }

    private func sqlitePart(_ part: _Core.DatePart, of text: String) -> String {
        func number(_ format: String) -> String { "CAST(strftime('\(format)', \(text)) AS INTEGER)" }
        return switch part {
        case .year: number("%Y")
        case .month: number("%m")
        case .day: number("%d")
        // SQLite numbers weekdays from Sunday, which is 0.
        case .weekday: "((\(number("%w")) + 6) % 7 + 1)"
        case .hour: number("%H")
        case .minute: number("%M")
        case .second: number("%S")
        case .date: "date(\(text))"
        }
    }

    private func postgreSQLPart(_ part: _Core.DatePart, of text: String) -> String {
        switch part {
        case .date: "CAST(\(text) AS date)"
        case .weekday: "CAST(EXTRACT(isodow FROM \(text)) AS bigint)"
        default: "CAST(FLOOR(EXTRACT(\(part.rawValue) FROM \(text))) AS bigint)"
        }
    }
}
