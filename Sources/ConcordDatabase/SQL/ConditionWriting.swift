import ConcordCore

extension SQLWriter {
    /// Returns a condition of a WHERE clause. As in Swift, it is true or false for each row. Inside `NOT`, null is
    /// handled explicitly.
    mutating func condition(_ condition: Condition, _ scope: inout SQLScope) -> String {
        switch condition {
        case .compare(let column, let comparison, let value): compare(column, comparison, value, &scope)
        case .compareColumns(let left, let comparison, let right): compare(left, comparison, right, &scope)
        case .isIn(let left, let column, let selection): isIn(left, column, of: selection, &scope)
        case .existsRow(let selection): "EXISTS (\(subquery(selection, of: nil, &scope)))"
        case .existsRelated(let rows): exists(rows, &scope)
        case .all(let conditions): joined(conditions, "AND", none: "TRUE", &scope)
        case .any(let conditions): joined(conditions, "OR", none: "FALSE", &scope)
        case .not(let condition):
            condition.mayBeUnknown
                ? "(\(self.condition(condition, &scope))) IS NOT TRUE" : "NOT (\(self.condition(condition, &scope)))"
        }
    }

    private mutating func joined(
        _ conditions: [Condition], _ word: String, none: String, _ scope: inout SQLScope
    ) -> String {
        if conditions.isEmpty { return none }
        if conditions.count == 1 { return condition(conditions[0], &scope) }
        var texts: [String] = []
        for condition in conditions {
            let text = self.condition(condition, &scope)
            texts.append(condition.isCompound ? "(\(text))" : text)
        }
        return texts.joined(separator: " \(word) ")
    }

    private mutating func compare(
        _ expression: _Core.Expression, _ comparison: Condition.Comparison, _ value: QueryValue,
        _ scope: inout SQLScope
    ) -> String {
        let column = self.expression(expression, &scope)
        if value == .null {
            switch comparison {
            case .equal: return "\(column) IS NULL"
            case .notEqual: return "\(column) IS NOT NULL"
            default: return "FALSE"
            }
        }
        switch comparison {
        case .isIn: return isIn(column, value)
        case .equal, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return "\(column) \(comparison.rawValue) \(bind(value))"
        case .notEqual:
            return "\(column) \(dialect.comparison(.notEqual, nullable: expression.mayBeNull)) \(bind(value))"
        default: return matches(column, comparison, value)
        }
    }

    private mutating func isIn(
        _ left: _Core.Expression, _ column: _Core.Expression, of selection: _Core.Selection, _ scope: inout SQLScope
    ) -> String {
        let text = expression(left, &scope)
        return "\(text) IN (\(subquery(selection, of: column, &scope)))"
    }

    private mutating func isIn(_ column: String, _ value: QueryValue) -> String {
        guard case .array(let values) = value else { return "FALSE" }
        let present = values.filter { $0 != .null }
        let parameters = present.map { bind($0) }.joined(separator: ", ")
        let isOne = present.isEmpty ? "FALSE" : "\(column) IN (\(parameters))"
        return present.count == values.count ? isOne : "(\(isOne) OR \(column) IS NULL)"
    }

    private mutating func matches(_ column: String, _ comparison: Condition.Comparison, _ value: QueryValue) -> String {
        guard case .text(let text) = value else { return "FALSE" }
        func pattern(_ before: Bool, _ after: Bool) -> QueryValue {
            .text(dialect.pattern(text, anythingBefore: before, anythingAfter: after))
        }
        func lowered(_ before: Bool, _ after: Bool) -> QueryValue {
            .text(dialect.pattern(text.lowercased(), anythingBefore: before, anythingAfter: after))
        }
        switch comparison {
        case .contains: return "\(column) \(dialect.like) \(bind(pattern(true, true)))"
        case .startsWith: return "\(column) \(dialect.like) \(bind(pattern(false, true)))"
        case .endsWith: return "\(column) \(dialect.like) \(bind(pattern(true, false)))"
        case .containsIgnoringCase:
            return "\(dialect.lowercased(column)) \(dialect.like) \(bind(lowered(true, true)))"
        case .startsWithIgnoringCase:
            return "\(dialect.lowercased(column)) \(dialect.like) \(bind(lowered(false, true)))"
        case .endsWithIgnoringCase:
            return "\(dialect.lowercased(column)) \(dialect.like) \(bind(lowered(true, false)))"
        default: return "\(dialect.lowercased(column)) = \(bind(.text(text.lowercased())))"
        }
    }

    private mutating func compare(
        _ left: _Core.Expression, _ comparison: Condition.Comparison, _ right: _Core.Expression,
        _ scope: inout SQLScope
    ) -> String {
        let isNullable = left.mayBeNull || right.mayBeNull
        let (left, right) = (expression(left, &scope), expression(right, &scope))
        return "\(left) \(dialect.comparison(comparison, nullable: isNullable)) \(right)"
    }

    private mutating func exists(_ rows: _Core.RelatedRows, _ scope: inout SQLScope) -> String {
        let source = scope.table(of: rows.path[...], &self)
        let key = "\(source).\(Dialect.quoted(rows.key))"
        var inner = SQLScope(rows.table, alias: alias())
        outerScopes.append(scope)
        let condition = condition(rows.condition, &inner)
        if let outer = outerScopes.popLast() { scope = outer }
        guard let pairs = rows.pairs else {
            return "EXISTS (SELECT 1 FROM \(inner.from) WHERE \(inner.root).\(Dialect.quoted(rows.column)) = \(key)"
                + " AND \(condition.parenthesized(rows.condition)))"
        }
        let pair = Dialect.quoted(alias())
        return "EXISTS (SELECT 1 FROM \(inner.from) JOIN \(Dialect.quoted(pairs.table)) AS \(pair)"
            + " ON \(pair).\(Dialect.quoted(pairs.target)) = \(inner.root).\(Dialect.quoted(pairs.targetKey))"
            + " WHERE \(pair).\(Dialect.quoted(pairs.source)) = \(key) AND \(condition.parenthesized(rows.condition)))"
    }
}

extension String {
    /// Returns the text of a condition, in parentheses if it is compound.
    fileprivate func parenthesized(_ condition: Condition) -> String { condition.isCompound ? "(\(self))" : self }
}

extension Condition {
    /// Whether the condition is compound.
    fileprivate var isCompound: Bool {
        switch self {
        case .all(let conditions), .any(let conditions):
            conditions.count == 1 ? conditions[0].isCompound : conditions.count > 1
        default: false
        }
    }

    /// Whether the condition can be unknown in SQL because a value is null.
    fileprivate var mayBeUnknown: Bool {
        switch self {
        case .compare(let column, let comparison, let value):
            column.mayBeNull && value != .null && comparison != .notEqual
        case .compareColumns(let left, let comparison, let right):
            (left.mayBeNull || right.mayBeNull) && comparison != .equal && comparison != .notEqual
        case .isIn(let column, _, _): column.mayBeNull
        case .existsRelated, .existsRow, .not: false
        case .all(let conditions), .any(let conditions): conditions.contains(where: \.mayBeUnknown)
        }
    }
}
